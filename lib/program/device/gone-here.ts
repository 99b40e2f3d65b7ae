import { useSyncExternalStore } from 'react'
import { useLocalState } from '@/lib/sync/client/store/local-state'

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

/**
 * Did the server say, while this page is open, that it shows this conference no more? To whoever is signed out, or
 * blocked, a private one is as good as gone: they are told that.
 */
export function useIsGone(slug: string): boolean {
  const isGone = useSyncExternalStore(
    watch,
    () => gone.has(slug),
    () => false,
  )
  const signedOut = useLocalState((state) => state.signedOut)
  return isGone && !signedOut
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
