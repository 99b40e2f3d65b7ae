import { findBroken } from './broken'
import { drawnWhole } from './clips'
import { findCovered } from './covered'
import { findCut } from './cut'
import { findOverlaps } from './overlap'
import { linesShown } from './shown'
import { findWide } from './wide'

const MOST_SAID = 30

/** In the page, as it stands: what is wrong with its layout, in words to find it by. */
export function findFaults(): string[] {
  const root = document.querySelector('dialog:modal') ?? document.body
  return drawnWhole(root, () => [...new Set(faultsIn(root))].slice(0, MOST_SAID))
}

function faultsIn(root: Element): string[] {
  const lines = linesShown(root)
  return [
    ...findWide(root, lines),
    ...findCut(lines),
    ...findOverlaps(root, lines),
    ...findBroken(lines),
    ...(root === document.body ? findCovered(lines) : []),
  ]
}
