import { expect, it } from 'vitest'
import { isNothingKept, storageStateOf } from './storage-state'

const quota = Object.assign(new Error('no room'), { name: 'QuotaExceededError' })

it('tells a full disk, as itself or inside what Dexie throws, from a store that is not to be had', () => {
  expect([
    storageStateOf(quota),
    storageStateOf({ name: 'AbortError', inner: quota }),
    storageStateOf({ name: 'AbortError', inner: { name: 'TransactionError', inner: quota } }),
    storageStateOf({ name: 'AbortError', inner: null }),
    storageStateOf(new Error('QuotaExceededError')),
    storageStateOf('QuotaExceededError'),
    storageStateOf(null),
    storageStateOf(undefined),
  ]).toEqual(['full', 'full', 'full', ...Array.from({ length: 5 }, () => 'unavailable')])
})

it('warns that what is written goes with the page where nothing is kept', () => {
  expect((['ok', 'full', 'unavailable', 'gone'] as const).map(isNothingKept)).toEqual([false, true, true, false])
})
