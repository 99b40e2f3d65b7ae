import { useEffect } from 'react'
import { pageAddress } from '@/lib/program/addresses'

/** So far a finger goes sideways before it is meant. */
const SWIPE_PX = 80
/** At the edges the browser's own way back begins. */
const EDGE_PX = 24

/** Goes to the next or the previous day: by a swipe over the list, or by the arrow keys. */
export function useDayTurning(conference: string, days: readonly { date: string }[], day: string): void {
  useEffect(() => {
    const turn = (by: 1 | -1) => {
      const next = days[days.findIndex(({ date }) => date === day) + by]
      if (next) location.assign(pageAddress(conference, 'day', next.date))
    }
    let start: Touch | null = null
    const onStart = ({ touches, target }: TouchEvent) => {
      const [touch] = touches
      const isAtEdge = !touch || touch.clientX < EDGE_PX || touch.clientX > innerWidth - EDGE_PX
      start = touches.length > 1 || isAtEdge || goesSideways(target) ? null : touch
    }
    const onEnd = ({ changedTouches: [touch] }: TouchEvent) => {
      if (!start || !touch || (visualViewport?.scale ?? 1) > 1.01) return
      const [x, y] = [touch.clientX - start.clientX, touch.clientY - start.clientY]
      if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
      if (isUsingArrows(event.target)) return
      if (event.key === 'ArrowRight') turn(1)
      if (event.key === 'ArrowLeft') turn(-1)
    }
    document.addEventListener('touchstart', onStart, { passive: true })
    document.addEventListener('touchend', onEnd, { passive: true })
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('touchstart', onStart)
      document.removeEventListener('touchend', onEnd)
      document.removeEventListener('keydown', onKey)
    }
  }, [conference, days, day])
}

/** Is this something that a finger scrolls sideways, or that lies over the page? */
function goesSideways(target: EventTarget | null): boolean {
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement)
    if (
      at instanceof HTMLDialogElement ||
      (at.scrollWidth > at.clientWidth + 1 &&
        at !== document.documentElement &&
        at !== document.body &&
        /auto|scroll/.test(getComputedStyle(at).overflowX))
    )
      return true
  return false
}

function isUsingArrows(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, dialog, [contenteditable], [role="region"], [role="tablist"]') !== null
  )
}
