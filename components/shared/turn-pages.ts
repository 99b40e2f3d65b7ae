/** So far a finger goes sideways before it is meant. */
const SWIPE_PX = 90
/** And no further up or down. */
const STEADY_PX = 40
/** At the edges the browser's own way back begins. */
const EDGE_PX = 32

/**
 * Leads to the page before by a swipe to the right or the left arrow, to the page after by the other; not where fingers
 * or arrows have something else to do, nor for what there is no page.
 * @returns how to stop listening
 */
export function turnPages(before: string | undefined, after: string | undefined): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const go = (address: string | undefined) => address && location.assign(address)
  let from: Touch | undefined
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
    if (isTaken(event.target) || isUsingArrows(event.target)) return
    if (event.key === 'ArrowLeft') go(before)
    if (event.key === 'ArrowRight') go(after)
  }
  const onStart = ({ touches, target }: TouchEvent) => {
    const [touch] = touches
    const isOurs = touches.length === 1 && touch && touch.clientX > EDGE_PX && touch.clientX < innerWidth - EDGE_PX
    from = isOurs && !isTaken(target) && !goesSideways(target) ? touch : undefined
  }
  const onEnd = ({ changedTouches: [to] }: TouchEvent) => {
    // Whoever has enlarged the page, or is choosing words of it, moves about in it.
    if (!from || !to || (visualViewport?.scale ?? 1) > 1.01 || !getSelection()?.isCollapsed) return
    const across = to.clientX - from.clientX
    if (Math.abs(across) > SWIPE_PX && Math.abs(to.clientY - from.clientY) <= STEADY_PX) go(across > 0 ? before : after)
  }
  document.addEventListener('keydown', onKey, { signal })
  document.addEventListener('touchstart', onStart, { signal, passive: true })
  document.addEventListener('touchend', onEnd, { signal, passive: true })
  return () => listening.abort()
}

/** Is it written in, or does something lie over the page? */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  return target instanceof Element && target.closest('input, textarea, select, pre, table, [contenteditable]') !== null
}

function isUsingArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="region"], [role="tablist"]') !== null
}

/** Is this something that a finger scrolls sideways? */
function goesSideways(target: EventTarget | null): boolean {
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement)
    if (
      at.scrollWidth > at.clientWidth + 1 &&
      at !== document.documentElement &&
      at !== document.body &&
      /auto|scroll/.test(getComputedStyle(at).overflowX)
    )
      return true
  return false
}
