type Held = {
  /** Something is going on until this is settled. */ hold(until: Promise<unknown>): void
  /** Resolves as soon as nothing is. */ over(): Promise<void>
}

/**
 * Makes a list of promises that something has to wait for.
 * @returns `hold`, which adds one, and `over`, which resolves when all are settled, those included that are added
 * while it waits
 */
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
