import type { Registered } from '../kind'

let provide: (load: () => Promise<Registered>) => void
const provided = new Promise<() => Promise<Registered>>((resolve) => (provide = resolve))

/**
 * Says how what rooms keep on a device is loaded; whoever asks before waits for it.
 * @param load fetches lib/device.ts
 */
export function provideDevice(load: () => Promise<Registered>): void {
  provide(load)
}

/** How what rooms keep on a device is loaded. */
export function deviceCode(): Promise<() => Promise<Registered>> {
  return provided
}
