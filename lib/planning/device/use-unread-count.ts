import { useEffect } from 'react'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useLocalState } from '@/lib/sync/client/store/local-state'

/** How many of my sessions changed since I knew of them; 0 while that is not known. */
export function useUnreadCount(slug: string): number {
  useWatchedChanges(slug)
  return useLocalState((state) => state.news?.get(slug)?.length ?? 0)
}

/** Has the store tell what changed for me in this conference. */
export function useWatchedChanges(slug: string): void {
  // Without a network there may be no code for the store either: the next page asks again.
  useEffect(
    () =>
      void keepTrying(() => import('./news'))
        .then(({ watchChanges }) => watchChanges(slug))
        .catch(() => undefined),
    [slug],
  )
}
