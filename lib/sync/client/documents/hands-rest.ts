import { whenIdle } from '../exchange/when-idle'

/** Whoever has typed, scrolled or held something this lately goes on with it. */
const REST_MS = 1_000

const EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'input', 'wheel', 'scroll']

let heardAt: number | null = null
let isHeld = false

/**
 * Resolves once nobody drags, types or scrolls, and the browser has nothing to do: what takes long and is waited for by
 * nobody begins then. It does not resolve while something is held, however long.
 */
export async function handsRest(): Promise<void> {
  for (let wait = busyMs(); wait > 0; wait = busyMs()) {
    await new Promise((done) => setTimeout(done, wait))
    if (busyMs() <= 0) await new Promise<void>((done) => void whenIdle(done))
  }
}

/** For so long hands are busy at least. The first call looks first: whoever drags then is not known to. */
function busyMs(): number {
  if (heardAt === null) {
    for (const type of EVENTS) addEventListener(type, hear, { capture: true, passive: true })
    // What a window lost sight of is held no more.
    addEventListener('blur', () => (isHeld = false))
    heardAt = performance.now()
  }
  return isHeld ? REST_MS : heardAt + REST_MS - performance.now()
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
