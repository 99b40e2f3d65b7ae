/** Pairs as they are found; each of either side is paired once. */
export class Matches<Incoming, Stored> {
  readonly found = new Map<Incoming, Stored>()
  readonly #taken = new Set<Stored>()

  add(incoming: Incoming, stored: Stored): void {
    if (this.found.has(incoming) || this.#taken.has(stored)) return
    this.found.set(incoming, stored)
    this.#taken.add(stored)
  }

  openIncoming(sessions: Incoming[]): Incoming[] {
    return sessions.filter((session) => !this.found.has(session))
  }

  openStored(sessions: Stored[]): Stored[] {
    return sessions.filter((session) => !this.#taken.has(session))
  }
}

/** The order of two texts by their characters' numbers: the same everywhere. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
