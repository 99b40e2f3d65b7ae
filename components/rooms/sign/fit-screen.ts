/** Of the size on which everything else is measured: its smallest words are seven eighths of it, which is 14 px. */
const SMALLEST_PX = 16
const LARGEST_PX = 120
/** Lines that a screen should hold at most, if it can be had: what hangs at a door is read from some steps away. */
const LINES = 32
/** What of that is still read from a step away: before the square is left out, words become so much smaller. */
const STILL_READ = 0.65

/**
 * Sets the size of a sign's words so that they fill its screen and none is cut: as large as they fit, with less where
 * they would be too small (globals.css, `.spare-1`…). Where even the least of it does not fit in the smallest size, it
 * can be scrolled.
 */
export function fitScreen(sign: HTMLElement): void {
  // A scroll bar would take its width from what is measured.
  sign.style.overflowY = 'hidden'
  sign.style.overflowWrap = 'normal'
  if (!findSize(sign)) sign.style.overflowWrap = 'anywhere'
  // Between a turn of the screen and the next fitting nothing is cut, either.
  sign.style.overflowY = 'auto'
}

/** @returns whether there is one in which the least of it fits */
function findSize(sign: HTMLElement): boolean {
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
    return true
  }
  return false
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
