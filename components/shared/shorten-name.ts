/** Of a name that is cut so much stays of its end: rooms of one house are often told apart by that alone. */
const END = 12
/** A line may end after it: what follows stays one word. */
const CUT = '…\u200b'

/** A name of at most so many letters: a longer one keeps its beginning and its end. */
export function shortenName(name: string, most: number): string {
  const letters = [...name]
  if (letters.length <= most) return name
  const end = letters.slice(-Math.min(END, Math.floor(most / 2)))
  const beginning = letters.slice(0, Math.max(1, most - end.length - 1))
  return `${beginning.join('').trimEnd()}${CUT}${end.join('').trimStart()}`
}

const [LINES, LETTER_PX, PADDING_PX, REM_PX] = [3, 7.2, 17, 16]
/** Lines end between words. */
const FILLED = 0.85

/** How many letters a header so wide holds. */
export function lettersIn(rem: number): number {
  return Math.floor((LINES * FILLED * (rem * REM_PX - PADDING_PX)) / LETTER_PX)
}
