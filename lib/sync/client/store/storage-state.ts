import { forget, recall, remember } from '@/lib/platform/device-memory'

/**
 * How this device's own store is: it keeps what is written; it has no room; there is none to be had (a private window),
 * and what is written is gone with the page; or the browser emptied it.
 */
export type StorageState = 'ok' | 'full' | 'unavailable' | 'gone'

/** Is what is written now gone with the page, unless the server has it by then? */
export function isNothingKept(storage: StorageState): storage is 'full' | 'unavailable' {
  return storage === 'full' || storage === 'unavailable'
}

/**
 * What a failure of the store says about it. Dexie hands a full disk on as itself, or inside an aborted transaction.
 */
export function storageStateOf(error: unknown): StorageState {
  return isQuota(error) ? 'full' : 'unavailable'
}

function isQuota(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('name' in error && error.name === 'QuotaExceededError') return true
  return 'inner' in error && isQuota(error.inner)
}

/** Does this device remember, outside the store, that there was one of this name? */
export function wasBegun(name: string): boolean {
  return recall(begunKey(name)) !== null
}

/** Remembers outside the store that there is one of this name. */
export function markBegun(name: string): void {
  if (!wasBegun(name)) remember(begunKey(name), '1')
}

/** The store of this name was removed on purpose. */
export function forgetBegun(name: string): void {
  forget(begunKey(name))
}

function begunKey(name: string): string {
  return `hallway-begun-${name}`
}
