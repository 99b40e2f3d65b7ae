import type { Box } from './box'
import type { Clip } from './clips'
import { nameOf, seenOf, wordsOf, type Line } from './shown'

/**
 * Lines of which a part of the letters is lost: above or below by what ends in the middle of them, at a side where no
 * ellipsis says that there is more.
 */
export function findCut(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    const cutting = firstCutting(line)
    return cutting ? [`cut: ${wordsOf(line)} by ${nameOf(cutting.element)}`] : []
  })
}

/** From within outwards: of a line that nothing is left of, as behind an ellipsis, nothing more can be cut. */
function firstCutting({ letters, isVertical, clips }: Line): Clip | undefined {
  let left: Box | null = letters
  for (const clip of clips) {
    if (left && cuts(clip, left, isVertical)) return clip
    left = left && seenOf(left, [clip])
  }
  return undefined
}

function cuts({ box, x, y, isShortened }: Clip, letters: Box, isVertical: boolean): boolean {
  const sideways = x === 'lost' && crosses([letters.left, letters.right], [box.left, box.right])
  const down = y === 'lost' && crosses([letters.top, letters.bottom], [box.top, box.bottom])
  return isVertical ? sideways || (down && !isShortened) : down || (sideways && !isShortened)
}

type Span = readonly [from: number, to: number]

/** Does an edge go through it? */
function crosses([from, to]: Span, edges: Span): boolean {
  return edges.some((edge) => from < edge - 1 && to > edge + 1)
}
