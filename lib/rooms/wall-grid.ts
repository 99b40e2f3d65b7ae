/** A card of the wall is to be about so much wider than it is high: a name beside a sign needs some length. */
const SHAPE = 1.4
/** Of a card; below this its words break, or a line of them is cut. Pixels. */
const LEAST_WIDTH = 126
const LEAST_HEIGHT = 112

/**
 * The cards of the wall row by row, so that all of them fill the screen and nothing scrolls: of all ways that which
 * comes nearest to cards of a good shape, none too small to be read. Rows differ by one card at most, and share their
 * width among theirs, so that nothing of the screen stays empty; the first ones have fewer and larger cards, for what
 * is most urgent.
 * @param width of the room for them, and @param height: pixels
 */
export function wallRows<Card>(cards: readonly Card[], width: number, height: number): Card[][] {
  const ways = cards.map((_, index) => index + 1)
  const faultOf = (rows: number) => Math.abs(Math.log((width * rows * rows) / (height * cards.length * SHAPE)))
  const most = Math.max(1, Math.floor(width / LEAST_WIDTH))
  const rows = ways.reduce(
    (best, way) =>
      way * most >= cards.length && way * LEAST_HEIGHT <= height && faultOf(way) < faultOf(best) ? way : best,
    Math.ceil(cards.length / most),
  )
  return ways
    .slice(0, rows)
    .map((_, row) => cards.slice(startOf(row, rows, cards.length), startOf(row + 1, rows, cards.length)))
}

function startOf(row: number, rows: number, count: number): number {
  return Math.floor((row * count) / rows)
}
