// Looking for a word in a long text takes a while: where so many are gone, the text is another one anyway.
const MOST_SEARCHED = 50

/**
 * Does a word of `before` stand in none of the texts? Words are what whitespace parts; one that was typed on ("hel",
 * "hello") is not lost.
 */
export function losesWords(before: string, ...after: readonly string[]): boolean {
  if (after.some((text) => text.startsWith(before) || text.endsWith(before))) return false
  const known = new Set(after.flatMap((text) => text.split(/\s+/)))
  const missing = [...new Set(before.split(/\s+/))].filter((word) => !known.has(word))
  return missing.length > MOST_SEARCHED || missing.some((word) => !after.some((text) => text.includes(word)))
}
