/**
 * Where a caret stands after the text around it was changed by somebody else: with the same characters before and after it
 * as far as they are still there. What was replaced around the caret leaves it at the end of the replacement.
 * @param caret an index into `before` @returns an index into `after`
 */
export function mapCaret(before: string, after: string, caret: number): number {
  const longest = Math.min(before.length, after.length)
  let start = 0
  while (start < longest && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (end < longest - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++
  if (caret <= start) return caret
  // Behind the change: as far from the end as it was.
  return caret >= before.length - end ? caret + after.length - before.length : after.length - end
}
