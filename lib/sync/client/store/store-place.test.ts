import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'indexedDB')
})

it.each([
  ['answers', () => Promise.resolve(), 'ok'],
  ['throws', () => Promise.reject(new DOMException('Blocked', 'SecurityError')), 'unavailable'],
  ['has no room', () => Promise.reject(new DOMException('Full', 'QuotaExceededError')), 'full'],
  ['never answers', () => new Promise<never>(() => undefined), 'unavailable'],
])(
  'where the browser’s own store %s it says so, and stores are in memory unless that is at hand',
  async (_, open, state) => {
    const { findStorePlace, storePlace } = await import('./store-place')
    expect([await findStorePlace(open, 5), storePlace() === undefined]).toEqual([state, state === 'ok'])
  },
)
