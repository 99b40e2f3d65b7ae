// Looking for a word in a long text takes a while: where so many are gone, the text is another one anyway.
const MOST_SEARCHED = 50

/**
 * Does a word of `before` stand in none of the texts? Words are what whitespace parts; one that was typed on ("hel",
 * "hello") is not lost.
 */
export function losesWords(before: string, ...after: readonly string[]): boolean {
  if (after.some((text) => text.startsWith(before) || text.endsWith(before))) return false
  const words = [...new Set(changedIn(before, after[0] ?? '').split(/\s+/))]
  const known = words.length > MOST_SEARCHED ? new Set(after.flatMap((text) => text.split(/\s+/))) : null
  const missing = known ? words.filter((word) => !known.has(word)) : words
  return missing.length > MOST_SEARCHED || missing.some((word) => !after.some((text) => text.includes(word)))
}

/** What of a text is not as it was at the beginning or at the end of another, in whole words. */
function changedIn(before: string, after: string): string {
  const longest = Math.min(before.length, after.length)
  let start = 0
  while (start < longest && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = before.length
  for (let other = after.length; end > start && other > start; end--, other--)
    if (before.charCodeAt(end - 1) !== after.charCodeAt(other - 1)) break
  while (start > 0 && !isSpace(before, start - 1)) start--
  while (end < before.length && !isSpace(before, end)) end++
  return before.slice(start, end)
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}
