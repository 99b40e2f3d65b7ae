import { useSyncExternalStore } from 'react'

/** Conferences of open pages of which the server said, since the page was opened, that it shows them no more. */
const gone = new Set<string>()
const listeners = new Set<() => void>()

/** To be called with what is known of a conference whose page is open. */
export function knowGone(slug: string, isGone: boolean): void {
  if (gone.has(slug) === isGone) return
  if (isGone) gone.add(slug)
  else gone.delete(slug)
  for (const listener of listeners) listener()
}

/** Did the server say, while this page is open, that it shows this conference no more? */
export function useIsGone(slug: string): boolean {
  return useSyncExternalStore(
    watch,
    () => gone.has(slug),
    () => false,
  )
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
