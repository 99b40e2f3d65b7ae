import type { ReadDocument } from '../../read-document'
import type { Engine, Screens } from '../exchange/engine'

/** What rooms put on a device (lib/device.ts), and the engine that keeps it. */
export type Device = {
  startDevice: (screens: Screens) => Promise<Engine>
  readDocuments: readonly ReadDocument[]
}

let provide: (load: () => Promise<Device>) => void
const provided = new Promise<() => Promise<Device>>((resolve) => (provide = resolve))

/**
 * Says how the engine and what rooms keep are loaded; whoever asks before waits for it.
 * @param load fetches lib/device.ts: one part, so that no piece of it comes twice
 */
export function provideDevice(load: () => Promise<Device>): void {
  provide(load)
}

/** How the engine is loaded. */
export function deviceCode(): Promise<() => Promise<Device>> {
  return provided
}
