/**
 * Where a caret stands after the text around it was changed by somebody else: with the same characters before and after it
 * as far as they are still there. What was replaced around the caret leaves it at the end of the replacement.
 * @param caret an index into `before` @returns an index into `after`
 */
export function mapCaret(before: string, after: string, caret: number): number {
  const { start, end, inserted } = changeOf(before, after)
  if (caret <= start) return caret
  // Behind the change: as far from the end as it was.
  return caret >= end ? caret + after.length - before.length : start + inserted.length
}

/** What was typed into an older text, put into the newer one: neither loses a word of the other. @param mine `before` with what was typed @param theirs what `before` has become meanwhile */
export function rebase(before: string, mine: string, theirs: string): string {
  if (before === theirs) return mine
  const { start, end, inserted } = changeOf(before, mine)
  const from = mapCaret(before, theirs, start)
  const to = Math.max(from, mapCaret(before, theirs, end))
  return theirs.slice(0, from) + inserted + theirs.slice(to)
}

/** The one stretch in which two texts differ: from `start` to `end` of `before` stands `inserted` in `after`. */
function changeOf(before: string, after: string): { start: number; end: number; inserted: string } {
  const longest = Math.min(before.length, after.length)
  let start = 0
  while (start < longest && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let tail = 0
  while (tail < longest - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++
  return { start, end: before.length - tail, inserted: after.slice(start, after.length - tail) }
}
