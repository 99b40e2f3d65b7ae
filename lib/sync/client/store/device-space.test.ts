import { afterEach, expect, it, vi } from 'vitest'
import { keepForGood, readDeviceSpace } from './device-space'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose storage answers so. */
function browser(storage: object | undefined) {
  vi.stubGlobal('navigator', { storage })
}
const refuse = () => Promise.reject(new Error('Not here'))
const say = <Value>(value: Value) => vi.fn(() => Promise.resolve(value))

it.each<[string, object | undefined, object]>([
  [
    'says all',
    { persisted: say(true), estimate: say({ usage: 7, quota: 9 }) },
    { persisted: true, usageBytes: 7, quotaBytes: 9 },
  ],
  [
    'says no, and how much of nothing is used',
    { persisted: say(false), estimate: say({ usage: 0 }) },
    { persisted: false, usageBytes: 0, quotaBytes: null },
  ],
  ['has no storage to ask', undefined, { persisted: null, usageBytes: null, quotaBytes: null }],
  ['has an old one', {}, { persisted: null, usageBytes: null, quotaBytes: null }],
  ['refuses to say', { persisted: refuse, estimate: refuse }, { persisted: null, usageBytes: null, quotaBytes: null }],
  [
    'refuses one of both',
    { persisted: refuse, estimate: say({ usage: 7, quota: 9 }) },
    { persisted: null, usageBytes: 7, quotaBytes: 9 },
  ],
])('reads a browser that %s', async (_, storage, space) => {
  browser(storage)
  expect(await readDeviceSpace()).toEqual(space)
})

it('asks that nothing is deleted once, and nobody who said yes, nor where nothing can be asked', async () => {
  const [persist, again] = [say(true), say(true)]
  browser({ persisted: say(false), persist })
  await keepForGood()
  browser({ persisted: say(true), persist: again })
  await keepForGood()
  for (const old of [undefined, {}]) {
    browser(old)
    await keepForGood()
  }
  expect([persist.mock.calls.length, again.mock.calls.length]).toEqual([1, 0])
})
