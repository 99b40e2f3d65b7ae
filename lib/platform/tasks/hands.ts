const EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'input', 'wheel', 'scroll']

let heardAt: number | null = null
let isHeld = false

/** Does somebody hold something on this page: a button of a mouse down, a finger on the glass? */
export function handHolds(): boolean {
  listen()
  return isHeld
}

/**
 * For how long nobody has dragged, typed or scrolled, in milliseconds. It is listened to from the first question on:
 * whoever drags then is not known to before that hand moves.
 */
export function handsStillMs(): number {
  return performance.now() - listen()
}

function listen(): number {
  if (heardAt === null) {
    heardAt = performance.now()
    if (typeof window === 'undefined') return heardAt
    for (const type of EVENTS) addEventListener(type, hear, { capture: true, passive: true })
    // What a window lost sight of is held no more.
    addEventListener('blur', () => (isHeld = false))
  }
  return heardAt
}

function hear(event: Event): void {
  if (event instanceof PointerEvent) {
    const wasHeld = isHeld
    isHeld = event.buttons !== 0
    // A mouse that only passes does nothing.
    if (event.type === 'pointermove' && !wasHeld && !isHeld) return
  }
  heardAt = performance.now()
}
