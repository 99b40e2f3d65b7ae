/**
 * Collects keys that screens of this page ask for, until somebody can answer, and gives each key once to whoever
 * answers.
 * @returns `ask`, for a screen; `answer`, for what answers: it gets all keys of before and every new one
 */
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
