/** Of the size on which everything else is measured: its smallest words are seven eighths of it, which is 14 px. */
const SMALLEST_PX = 16
const LARGEST_PX = 120
/** Lines that a screen should hold at most, if it can be had: what hangs at a door is read from some steps away. */
const LINES = 32
/** How much can be left out, step by step (globals.css, `.spare-1`…). */
const MOST_SPARED = 3

/**
 * Sets the size of a sign's words so that they fill its screen and none is cut: as large as they fit, with less where
 * they would be too small. Where even the least of it does not fit in the smallest size, it can be scrolled.
 */
export function fitScreen(sign: HTMLElement): void {
  sign.style.overflowY = 'hidden'
  sign.style.overflowWrap = 'normal'
  const comfortable = Math.max(SMALLEST_PX, Math.floor(Math.min(sign.clientWidth, sign.clientHeight) / LINES))
  for (let spared = 0; spared <= MOST_SPARED; spared++) {
    sign.dataset.spare = String(spared)
    if (fits(sign, comfortable)) return enlarge(sign, comfortable, LARGEST_PX)
  }
  if (fits(sign, SMALLEST_PX)) return enlarge(sign, SMALLEST_PX, comfortable)
  sign.style.overflowWrap = 'anywhere'
  sign.style.overflowY = 'auto'
}

/** @param low a size that fits */
function enlarge(sign: HTMLElement, low: number, high: number): void {
  let [fitting, toolarge] = [low, high + 1]
  while (toolarge - fitting > 1) {
    const middle = Math.floor((fitting + toolarge) / 2)
    if (fits(sign, middle)) fitting = middle
    else toolarge = middle
  }
  fits(sign, fitting)
}

function fits(sign: HTMLElement, px: number): boolean {
  sign.style.fontSize = `${px}px`
  return sign.scrollHeight <= sign.clientHeight && sign.scrollWidth <= sign.clientWidth
}
