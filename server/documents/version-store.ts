type Sized = { size: number }
type Held<T> = { version: number; value: T }

/**
 * What was made of a conference's versions, by key: one value a key, made once however many ask for it at once, and
 * the least recently used let go when there are too many bytes.
 */
export class VersionStore<T extends Sized> {
  private readonly held = new Map<string, Held<T>>()
  private readonly making = new Map<string, Promise<T>>()
  private bytes = 0

  /** @param limit the most bytes to hold */
  constructor(private readonly limit: number) {}

  /** The value of this version, if it is held. */
  current(key: string, version: number): T | undefined {
    const held = this.held.get(key)
    if (held?.version !== version) return undefined
    this.held.delete(key)
    this.held.set(key, held)
    return held.value
  }

  /** The last value made for the key, of whatever version. */
  last(key: string): T | undefined {
    return this.held.get(key)?.value
  }

  /**
   * The value of this version: the one held, else the one being made, else `make`'s.
   * @param isWorthKeeping a value that is not is given to all who waited, and forgotten
   */
  async get(
    key: string,
    version: number,
    make: () => Promise<T>,
    isWorthKeeping: (value: T) => boolean = () => true,
  ): Promise<T> {
    const current = this.current(key, version)
    if (current) return current
    const turn = `${version} ${key}`
    const pending = this.making.get(turn) ?? this.begin(turn, make)
    const value = await pending
    // A slow making of an older version must not take the place of a newer one.
    if (isWorthKeeping(value) && (this.held.get(key)?.version ?? 0) < version) this.hold(key, { version, value })
    return value
  }

  private begin(turn: string, make: () => Promise<T>): Promise<T> {
    const pending = make().finally(() => this.making.delete(turn))
    this.making.set(turn, pending)
    return pending
  }

  private hold(key: string, held: Held<T>): void {
    this.bytes += held.value.size - (this.held.get(key)?.value.size ?? 0)
    this.held.delete(key)
    this.held.set(key, held)
    for (const [oldest, { value }] of this.held) {
      if (this.bytes <= this.limit || oldest === key) break
      this.held.delete(oldest)
      this.bytes -= value.size
    }
  }
}
