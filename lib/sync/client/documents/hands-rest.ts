import { handHolds, handsStillMs } from '@/lib/platform/tasks/hands'
import { whenIdle } from '../exchange/when-idle'

/** Whoever has typed, scrolled or held something this lately goes on with it. */
const REST_MS = 1_000

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

/** For so long hands are busy at least. */
function busyMs(): number {
  return handHolds() ? REST_MS : REST_MS - handsStillMs()
}
