import type { Engine, Screens } from '../exchange/engine'

/** Starts the engine with what rooms keep on a device. */
type StartDevice = (screens: Screens) => Promise<Engine>

let provide: (load: () => Promise<StartDevice>) => void
const provided = new Promise<() => Promise<StartDevice>>((resolve) => (provide = resolve))

/**
 * Says how the engine and what rooms keep are loaded; whoever asks before waits for it.
 * @param load fetches lib/device.ts: one part, so that no piece of it comes twice
 */
export function provideDevice(load: () => Promise<StartDevice>): void {
  provide(load)
}

/** How the engine is loaded. */
export function deviceCode(): Promise<() => Promise<StartDevice>> {
  return provided
}
