// To lay out a line takes a browser time that grows with the square of its length, where letters of both directions or
// brackets that stay open are in it: half a minute for 200,000 characters.
const LONGEST_DRAWN = 2_000

// In a box to write in, nothing can be cut: it is laid out anew with each letter.
const LONGEST_WITH_DIRECTION = 5_000
const LONGEST_WRITTEN = 50_000
const MOST_BRACKETS = 4_000

const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** A text as it can be drawn: lines that are too long for that are broken, at a space where there is one. */
export function breakLongLines(text: string): string {
  return text.length > LONGEST_DRAWN ? text.split('\n').flatMap(broken).join('\n') : text
}

/** Has this text a line that would hold up a page in which it can be written in? */
export function hasEndlessLine(text: string): boolean {
  return longLines(text, MOST_BRACKETS).some(
    (line) =>
      RIGHT_TO_LEFT.test(line) &&
      (line.length > LONGEST_WRITTEN || (line.match(/[[\](){}]/g)?.length ?? 0) > MOST_BRACKETS),
  )
}

/**
 * The direction of a box to write in: that of each line, unless one is so long that to find out would hold up the page,
 * and none can be from right to left.
 */
export function boxDirection(text: string): 'auto' | 'ltr' {
  return longLines(text, LONGEST_WITH_DIRECTION).length > 0 && !RIGHT_TO_LEFT.test(text) ? 'ltr' : 'auto'
}

function longLines(text: string, longerThan: number): string[] {
  return text.length > longerThan ? text.split('\n').filter((line) => line.length > longerThan) : []
}

function broken(line: string): string[] {
  const pieces: string[] = []
  let from = 0
  while (line.length - from > LONGEST_DRAWN) {
    const to = breakBefore(line, from)
    pieces.push(line.slice(from, to))
    from = to
  }
  return [...pieces, line.slice(from)]
}

/** Behind the last space that fits; else where it is full, between two characters. */
function breakBefore(line: string, from: number): number {
  const full = from + LONGEST_DRAWN
  const space = line.lastIndexOf(' ', full - 1)
  if (space > from) return space + 1
  return /[\uDC00-\uDFFF]/.test(line.charAt(full)) ? full - 1 : full
}
