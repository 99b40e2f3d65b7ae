/** Of the size on which everything else is measured: its smallest words are seven eighths of it, which is 14 px. */
const SMALLEST_PX = 16
const LARGEST_PX = 120
/** Lines that a screen should hold at most, if it can be had: what hangs at a door is read from some steps away. */
const LINES = 32
/** What of that is still read from a step away: before the square is left out, words become so much smaller. */
const STILL_READ = 0.65
/** What may be left out before a word is broken: of more than that the square is a part. */
const LEAST_SPARED = 1

/**
 * Sets the size of a sign's words so that they fill its screen and none is cut: as large as they fit, with less where
 * they would be too small (globals.css, `.spare-1`…). Where even the least of it does not fit in the smallest size, it
 * can be scrolled.
 */
export function fitScreen(sign: HTMLElement): void {
  // A scroll bar would take its width from what is measured.
  sign.style.overflowY = 'hidden'
  const whole = findSize(keepWords(sign))
  // One long word may neither take the square's place nor make all of it small.
  if (whole === null || whole > LEAST_SPARED) {
    const broken = findSize(breakWords(sign))
    if (whole !== null && (broken === null || broken >= whole)) findSize(keepWords(sign))
  }
  // Between a turn of the screen and the next fitting nothing is cut, either.
  sign.style.overflowY = 'auto'
}

function keepWords(sign: HTMLElement): HTMLElement {
  sign.style.overflowWrap = 'normal'
  sign.style.hyphens = 'manual'
  return sign
}

/** With a hyphen, where the browser knows the language; else anywhere. */
function breakWords(sign: HTMLElement): HTMLElement {
  sign.style.overflowWrap = 'anywhere'
  sign.style.hyphens = 'auto'
  return sign
}

/** @returns how much is left out for it; null: in no size the least of it fits */
function findSize(sign: HTMLElement): number | null {
  const large = Math.max(SMALLEST_PX, Math.floor(Math.min(sign.clientWidth, sign.clientHeight) / LINES))
  const read = Math.max(SMALLEST_PX, Math.floor(large * STILL_READ))
  for (const [spared, least] of [
    [0, large],
    [1, large],
    [1, read],
    [2, read],
    [3, SMALLEST_PX],
  ] as const) {
    sign.dataset.spare = String(spared)
    if (!fits(sign, least)) continue
    enlarge(sign, least, LARGEST_PX)
    return spared
  }
  return null
}

/** @param low a size that fits */
function enlarge(sign: HTMLElement, low: number, high: number): void {
  let [fitting, tooLarge] = [low, high + 1]
  while (tooLarge - fitting > 1) {
    const middle = Math.floor((fitting + tooLarge) / 2)
    if (fits(sign, middle)) fitting = middle
    else tooLarge = middle
  }
  fits(sign, fitting)
}

function fits(sign: HTMLElement, px: number): boolean {
  sign.style.fontSize = `${px}px`
  return sign.scrollHeight <= sign.clientHeight && sign.scrollWidth <= sign.clientWidth
}
