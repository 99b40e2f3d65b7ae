import { handHolds } from './hands'

/** Work that can be left between any two of its parts, and gone on with: each `yield` is such a place. */
export type Parts<Result> = Generator<undefined, Result, undefined>

/**
 * So long the page is kept from everything else at once, and so long it is left alone after that, in milliseconds; and
 * so long while somebody drags something, which is to follow the hand.
 */
const [PART_MS, BETWEEN_MS, BETWEEN_HELD_MS] = [4, 8, 48]

/** Does the work without leaving it. */
export function atOnce<Result>(parts: Parts<Result>): Result {
  for (;;) {
    const next = parts.next()
    if (next.done) return next.value
  }
}

/**
 * Does the work a few milliseconds at a time, so that hands, keys and frames come in between.
 * @param isOver asked between two parts: is nobody interested in it any more?
 * @returns null: it was left for good
 */
export async function inParts<Result>(parts: Parts<Result>, isOver: () => boolean): Promise<Result | null> {
  for (;;) {
    await new Promise((done) => setTimeout(done, handHolds() ? BETWEEN_HELD_MS : BETWEEN_MS))
    if (isOver()) return null
    const until = performance.now() + PART_MS
    do {
      const next = parts.next()
      if (next.done) return next.value
    } while (performance.now() < until)
  }
}
