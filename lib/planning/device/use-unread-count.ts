import { useEffect } from 'react'
import { askedChanges } from './asked-changes'
import { useLocalState } from '@/lib/sync/client/store/local-state'

/** How many of my sessions changed since I knew of them; 0 while that is not known. */
export function useUnreadCount(slug: string): number {
  useWatchedChanges(slug)
  return useLocalState((state) => state.news?.get(slug)?.length ?? 0)
}

/** Has the store tell what changed for me in this conference. */
export function useWatchedChanges(slug: string): void {
  useEffect(() => askedChanges.ask(slug), [slug])
}
