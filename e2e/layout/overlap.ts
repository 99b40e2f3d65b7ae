import { within, type Box } from './box'
import { styleOf } from './clips'
import { isShown, nameOf, paintedBox, seenOf, wordsOf, type Line } from './shown'

type Kind = 'words' | 'control' | 'picture'
type Item = { kind: Kind; box: Box; node: Node; element: Element; layer: Element | null; name: () => string }

const CONTROLS = 'button, input:not([type=hidden]), select, textarea, summary, a, [role=button]'
const PICTURES = 'img, svg, canvas, video'
const MOST_PX = 2

/** Words, controls and pictures that lie over each other. */
export function findOverlaps(root: Element, lines: readonly Line[]): string[] {
  const items = [...lines.flatMap(itemOfLine), ...elementsOf(root)].sort((one, other) => one.box.top - other.box.top)
  const faults: string[] = []
  let open: Item[] = []
  for (const item of items) {
    open = open.filter(({ box }) => box.bottom > item.box.top + MOST_PX)
    for (const other of open)
      if (isOver(item, other)) faults.push(`one over the other: ${other.name()} and ${item.name()}`)
    open.push(item)
  }
  return faults
}

function itemOfLine(line: Line): Item[] {
  const box = seenOf(line.letters, line.clips)
  const { node, element } = line
  return box ? [{ kind: 'words', box, node, element, layer: layerOf(element), name: () => wordsOf(line) }] : []
}

function elementsOf(root: Element): Item[] {
  return [...root.querySelectorAll(`${CONTROLS}, ${PICTURES}`)].flatMap((element) => {
    const kind = element.matches(CONTROLS) ? 'control' : 'picture'
    const box = paintedBox(element)
    if (!box || !isShown(element) || (kind === 'control' && !isPainted(element))) return []
    return [{ kind, box, node: element, element, layer: layerOf(element), name: () => nameOf(element) }]
  })
}

/** A control that draws no ground and no border is its words and its picture; how near it may be axe says. */
function isPainted(element: Element): boolean {
  const { backgroundColor, borderTopWidth, borderLeftWidth, borderTopColor } = styleOf(element)
  const hasBorder = borderTopWidth !== '0px' && borderLeftWidth !== '0px' && !isClear(borderTopColor)
  return hasBorder || !isClear(backgroundColor)
}

function isClear(color: string): boolean {
  return color === 'transparent' || color.endsWith(', 0)') || color.endsWith('/ 0)')
}

function isOver(one: Item, other: Item): boolean {
  if (one.layer !== other.layer || one.node === other.node) return false
  if (one.node.contains(other.node) || other.node.contains(one.node)) return false
  const kinds = new Set([one.kind, other.kind])
  // A sign within a field, a count on a sign: drawn on it, in the same control.
  if (kinds.has('picture') && (!kinds.has('words') || isDrawnOn(one, other))) return false
  const both = within(one.box, other.box)
  return both !== null && both.right - both.left > MOST_PX && both.bottom - both.top > MOST_PX
}

function isDrawnOn(one: Item, other: Item): boolean {
  const control = one.element.closest(CONTROLS)
  return control !== null && control === other.element.closest(CONTROLS) && [one, other].some(isPlacedIn)

  function isPlacedIn({ element }: Item): boolean {
    for (let at: Element | null = element; at && at !== control; at = at.parentElement)
      if (styleOf(at).position === 'absolute') return true
    return false
  }
}

/** What stays while the rest is scrolled, and what opens over the page, covers what is below: a layer of its own. */
function layerOf(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { position } = styleOf(at)
    if (position === 'fixed' || position === 'sticky' || at.matches('dialog, [popover]')) return at
    if (position === 'absolute' && at.parentElement?.matches('details[open]')) return at
  }
  return null
}
