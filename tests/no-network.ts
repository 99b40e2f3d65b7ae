import { vi } from 'vitest'

/** No request arrives, and nothing is heard live, until the file's tests are done. */
export function loseTheNetwork(): void {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  vi.stubGlobal(
    'EventSource',
    class {
      close() {}
    },
  )
}
