type Held = {
  /** Something is going on until this is settled. */ hold(until: Promise<unknown>): void
  /** Resolves as soon as nothing is. */ over(): Promise<void>
}

/** Knows of what is going on, and when all of it is over: also what begins meanwhile. */
export function holdAll(): Held {
  const held = new Set<Promise<unknown>>()
  return {
    hold(until) {
      const settled = until.catch(() => undefined)
      held.add(settled)
      void settled.then(() => held.delete(settled))
    },
    async over() {
      while (held.size > 0) await Promise.all(held)
    },
  }
}
