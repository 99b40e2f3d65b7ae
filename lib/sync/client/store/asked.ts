/** What screens of this page ask to be told of, whoever is here: each once, and to whoever tells of it now. */
export function askedFor() {
  const asked = new Set<string>()
  let tell: ((key: string) => void) | null = null
  return {
    ask(key: string): void {
      if (asked.has(key)) return
      asked.add(key)
      tell?.(key)
    },
    /** Takes over telling, of what was asked before, too. @returns how to stop */
    answer(answerer: (key: string) => void): () => void {
      tell = answerer
      for (const key of asked) answerer(key)
      return () => {
        if (tell === answerer) tell = null
      }
    },
  }
}
