/**
 * The browser's small memory (localStorage), and the only door to it: where the site's data is blocked, every touch of
 * the raw one throws, and takes the page along. What cannot be kept is remembered until the page is left.
 */

const PROBE = 'hallway-probe'

/** What the browser would not keep; null: what it would not let go of. */
const inPage = new Map<string, string | null>()
const listeners = new Set<(key: string | null) => void>()

/** What is remembered under this name; null: nothing. */
export function recall(key: string): string | null {
  const here = inPage.get(key)
  if (here !== undefined) return here
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** The names of all that is remembered. */
export function rememberedKeys(): string[] {
  const kept = new Set<string>()
  attempt(() => {
    for (let index = 0; index < localStorage.length; index++) kept.add(localStorage.key(index) ?? '')
  })
  for (const [key, value] of inPage) {
    if (value === null) kept.delete(key)
    else kept.add(key)
  }
  return [...kept]
}

/** @returns whether the browser keeps it beyond this page */
export function remember(key: string, value: string): boolean {
  const kept = attempt(() => localStorage.setItem(key, value))
  if (kept) inPage.delete(key)
  else inPage.set(key, value)
  tell(key)
  return kept
}

export function forget(key: string): void {
  if (attempt(() => localStorage.removeItem(key))) inPage.delete(key)
  else inPage.set(key, null)
  tell(key)
}

/**
 * Calls back with the name whenever something was remembered or forgotten, in this tab or in another; null: everything
 * was cleared.
 * @returns how to stop
 */
export function onMemory(listener: (key: string | null) => void): () => void {
  if (listeners.size === 0) addEventListener('storage', heedOthers)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', heedOthers)
  }
}

/** Does the browser keep anything beyond this page? */
export function keepsMemory(): boolean {
  return attempt(() => {
    localStorage.setItem(PROBE, '1')
    localStorage.removeItem(PROBE)
  })
}

function heedOthers({ key }: StorageEvent): void {
  if (key === null) inPage.clear()
  else inPage.delete(key)
  tell(key)
}

function tell(key: string | null): void {
  for (const listener of listeners) listener(key)
}

/** @returns whether it could be done */
function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
