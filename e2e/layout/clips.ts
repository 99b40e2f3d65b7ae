import type { Box } from './box'

/** What around an element cuts what is painted of it, and in which direction; one scrolls, the other loses it. */
type Cut = 'none' | 'scrolled' | 'lost'
export type Clip = { element: Element; box: Box; x: Cut; y: Cut; isShortened: boolean }

const styles = new Map<Element, CSSStyleDeclaration>()
const clips = new Map<Element, readonly Clip[]>()

/** What is left undrawn while it is out of sight, and cuts what passes it. */
const contained = new Set<Element>()

/** Draws all of the page, also what is out of sight, for as long as it is looked at. */
export function drawnWhole<Result>(root: Element, look: () => Result): Result {
  for (const element of root.querySelectorAll('*'))
    if (getComputedStyle(element).contentVisibility === 'auto') contained.add(element)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets.push(sheet)
  try {
    return look()
  } finally {
    document.adoptedStyleSheets.pop()
  }
}

/** An element's computed style, asked for once. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const known = styles.get(element) ?? getComputedStyle(element)
  styles.set(element, known)
  return known
}

/** All that cuts what is in an element, itself included, from within outwards. */
export function clipsIn(element: Element): readonly Clip[] {
  const known = clips.get(element)
  if (known) return known
  const own = ownClip(element)
  const around = holderOf(element)
  const all = [...(own ? [own] : []), ...(around ? clipsIn(around) : [])]
  clips.set(element, all)
  return all
}

/** All that cuts the element's own box. */
export function clipsAround(element: Element): readonly Clip[] {
  const around = holderOf(element)
  return around ? clipsIn(around) : []
}

/** What an element is placed in: what is taken out of the flow is cut by its containing block alone. */
function holderOf(element: Element): Element | null {
  const { position } = styleOf(element)
  if (position === 'fixed' || element.matches('dialog:modal')) return null
  let around = element.parentElement
  if (position === 'absolute') while (around && !holdsPlaced(around)) around = around.parentElement
  return around
}

function holdsPlaced(element: Element): boolean {
  const { position, transform } = styleOf(element)
  return position !== 'static' || transform !== 'none' || contained.has(element)
}

function ownClip(element: Element): Clip | null {
  if (element === document.documentElement || element === document.body) return null
  const { overflowX, overflowY, textOverflow } = styleOf(element)
  const isContained = contained.has(element)
  const [x, y] = [cutBy(overflowX, isContained), cutBy(overflowY, isContained)]
  if (x === 'none' && y === 'none') return null
  const { left, top } = element.getBoundingClientRect()
  const inner = { left: left + element.clientLeft, top: top + element.clientTop }
  const box = { ...inner, right: inner.left + element.clientWidth, bottom: inner.top + element.clientHeight }
  return { element, box, x, y, isShortened: textOverflow === 'ellipsis' }
}

function cutBy(overflow: string, isContained: boolean): Cut {
  if (overflow === 'visible') return isContained ? 'lost' : 'none'
  return overflow === 'hidden' || overflow === 'clip' ? 'lost' : 'scrolled'
}
