import type { Point } from '@/lib/planning/grid/neighbour'

/** What is done with what the hand took hold of. Points are those of the window, in pixels. */
export type Gesture = {
  begin: () => void
  move: (at: Point) => void
  end: () => void
  cancel: () => void
}

/** A mouse that trembles clicks; a finger that rests so long takes hold, and one that goes on before scrolls. */
const [TREMBLE_PX, SLIP_PX, HOLD_MS] = [4, 10, 300]

type Held = {
  gesture: Gesture
  pointer: number
  from: Point
  isBegun: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

/**
 * Follows a mouse, a pen or a finger from where it takes hold until it lets go; Escape lets it go in vain. What was
 * dragged is not also clicked.
 * @param grab what to do with what lies there; null: nothing is taken up
 * @returns how to stop
 */
export function followPointer(root: HTMLElement, grab: (event: PointerEvent) => Gesture | null): () => void {
  let held: Held | null = null

  const begin = () => {
    if (!held || held.isBegun) return
    held.isBegun = true
    root.setPointerCapture(held.pointer)
    held.gesture.begin()
    held.gesture.move(held.from)
  }
  const letGo = (finish?: (held: Held) => void) => {
    if (!held) return
    const was = held
    held = null
    clearTimeout(was.timer)
    if (!was.isBegun) return
    if (root.hasPointerCapture(was.pointer)) root.releasePointerCapture(was.pointer)
    if (finish) finish(was)
    else was.gesture.cancel()
  }

  const handlers = {
    pointerdown(event: PointerEvent) {
      if (event.button !== 0 || held) return
      const gesture = grab(event)
      if (!gesture) return
      const timer = event.pointerType === 'mouse' ? undefined : setTimeout(begin, HOLD_MS)
      held = { gesture, pointer: event.pointerId, from: pointOf(event), isBegun: false, timer }
    },
    pointermove(event: PointerEvent) {
      if (!held || event.pointerId !== held.pointer) return
      const at = pointOf(event)
      if (held.isBegun) return held.gesture.move(at)
      const far = Math.hypot(at.x - held.from.x, at.y - held.from.y)
      if (event.pointerType !== 'mouse' && far > SLIP_PX) letGo()
      else if (event.pointerType === 'mouse' && far > TREMBLE_PX) begin()
    },
    pointerup(event: PointerEvent) {
      if (!held || event.pointerId !== held.pointer) return
      letGo(({ gesture }) => {
        root.addEventListener('click', swallow, { capture: true, once: true })
        // After the click that ends it: that would close what opens here. One that does not come takes no other along.
        setTimeout(() => {
          root.removeEventListener('click', swallow, { capture: true })
          gesture.end()
        })
      })
    },
    pointercancel: () => letGo(),
    // What cannot be taken along is not painted as chosen text either.
    selectstart(event: Event) {
      if (held) event.preventDefault()
    },
    contextmenu(event: MouseEvent) {
      if (held?.timer !== undefined) event.preventDefault()
    },
  }
  // Only what is not passive keeps the page from scrolling under the finger.
  const hold = (event: TouchEvent) => held?.isBegun && event.cancelable && event.preventDefault()
  const escape = (event: KeyboardEvent) => event.key === 'Escape' && letGo()

  root.addEventListener('pointerdown', handlers.pointerdown)
  root.addEventListener('pointermove', handlers.pointermove)
  root.addEventListener('pointerup', handlers.pointerup)
  root.addEventListener('pointercancel', handlers.pointercancel)
  root.addEventListener('selectstart', handlers.selectstart)
  root.addEventListener('contextmenu', handlers.contextmenu)
  root.addEventListener('touchmove', hold, { passive: false })
  addEventListener('keydown', escape)
  return () => {
    letGo()
    root.removeEventListener('pointerdown', handlers.pointerdown)
    root.removeEventListener('pointermove', handlers.pointermove)
    root.removeEventListener('pointerup', handlers.pointerup)
    root.removeEventListener('pointercancel', handlers.pointercancel)
    root.removeEventListener('selectstart', handlers.selectstart)
    root.removeEventListener('contextmenu', handlers.contextmenu)
    root.removeEventListener('touchmove', hold)
    removeEventListener('keydown', escape)
  }
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY }
}
