/** How long answers took, by kind; and what failed on the way to them. */
export class Tally {
  private readonly times = new Map<string, number[]>()
  private readonly failures = new Map<string, number>()

  note(kind: string, ms: number): void {
    const known = this.times.get(kind)
    if (known) known.push(ms)
    else this.times.set(kind, [ms])
  }

  /** It is tried again; what it takes until it is answered is noted in the end. */
  fail(kind: string, why: string): void {
    const key = `${kind}: ${why}`
    this.failures.set(key, (this.failures.get(key) ?? 0) + 1)
  }

  get failed(): Record<string, number> {
    return Object.fromEntries(this.failures)
  }

  kinds(): string[] {
    return [...this.times.keys()]
  }

  /** Milliseconds below which that share of the answers came; NaN without any. */
  quantile(kind: string, share: number): number {
    const sorted = (this.times.get(kind) ?? []).toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  }

  row(kind: string): { answers: number; p50: number; p99: number; most: number } {
    const at = (share: number) => Math.round(this.quantile(kind, share) * 10) / 10
    return { answers: this.times.get(kind)?.length ?? 0, p50: at(0.5), p99: at(0.99), most: at(1) }
  }
}
