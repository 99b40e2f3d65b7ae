/** Of a name that is cut so much stays of its end: rooms of one house are often told apart by that alone. */
const END = 12
/** A line may end after it: what follows stays one word. */
const CUT = '…\u200b'

/**
 * A name of at most so many letters: a longer one keeps its beginning and its end, in whole words where there are any
 * so short.
 */
export function shortenName(name: string, most: number): string {
  const letters = [...name]
  if (letters.length <= most) return name
  const end = letters.slice(wordFrom(letters, letters.length - Math.min(END, Math.floor(most / 2))))
  const beginning = letters.slice(0, wordUntil(letters, Math.max(1, most - end.length - 1)))
  return `${beginning.join('').replace(LOOSE, '')}${CUT}${end.join('').trimStart()}`
}

/** What stands before what was cut out is no part of a word. */
const LOOSE = /[\s,;:|/–—-]+$/u

/** Where the first word begins that does so at this letter or after it; the letter itself where none does. */
function wordFrom(letters: readonly string[], least: number): number {
  const at = letters.findIndex((letter, index) => index >= least && !isGap(letter) && isGap(letters[index - 1]))
  return at === -1 ? least : at
}

/** Where the last word ends that does so at this letter or before it; the letter itself where too little is left. */
function wordUntil(letters: readonly string[], most: number): number {
  const at = letters.findLastIndex((letter, index) => index <= most && isGap(letter))
  return at < most / 2 ? most : at
}

function isGap(letter: string | undefined): boolean {
  return letter !== undefined && /[\s,;:|/–—-]/u.test(letter)
}

const [LINES, LETTER_PX, PADDING_PX, REM_PX] = [3, 7.2, 17, 16]
/** Lines end between words. */
const FILLED = 0.85

/** How many letters a header so wide holds. */
export function lettersIn(rem: number): number {
  return Math.floor((LINES * FILLED * (rem * REM_PX - PADDING_PX)) / LETTER_PX)
}
