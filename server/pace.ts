/** @returns within how many milliseconds those who were told are to ask; undefined: at once, or nobody heard */
type Say = () => number | undefined

/**
 * Says something at once, and again only when those who heard it have asked: what happens meanwhile is said in one. A
 * hall where something happens every second is told, and asks, no more often than it can be answered.
 */
export class Pace {
  private readonly asking = new Map<string, { next: Say | null; timer: NodeJS.Timeout }>()

  /** @param key of what is said; of what waits under it only the last is */
  say(key: string, say: Say): void {
    const known = this.asking.get(key)
    if (known) known.next = say
    else this.begin(key, say)
  }

  /** The same now, whoever is still asking: it is no longer there to be asked for. */
  sayNow(key: string, say: Say): void {
    this.forget(key)
    say()
  }

  close(): void {
    for (const key of [...this.asking.keys()]) this.forget(key)
  }

  private begin(key: string, say: Say): void {
    const untilMs = say()
    if (untilMs !== undefined) this.asking.set(key, { next: null, timer: setTimeout(() => this.end(key), untilMs) })
  }

  private end(key: string): void {
    const next = this.asking.get(key)?.next
    this.asking.delete(key)
    if (next) this.begin(key, next)
  }

  private forget(key: string): void {
    clearTimeout(this.asking.get(key)?.timer)
    this.asking.delete(key)
  }
}
