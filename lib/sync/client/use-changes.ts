import { useCallback, useEffect } from 'react'
import type { SessionNews } from '@/lib/planning/changes'
import { localState, useLocalState, withEngine } from './local-state'

/** How many of my sessions changed since I looked; 0 while that is not known. */
export function useUnreadCount(slug: string): number {
  useWatchedChanges(slug)
  return useLocalState((state) => state.news.get(slug)?.length ?? 0)
}

type UsedChanges = {
  /** The latest first; null: this device's own store was not read yet. */
  news: readonly SessionNews[] | null
  /** I have seen this session's line. @returns how to undo it */
  acknowledge: (news: SessionNews) => () => void
  /** I have seen all of them. @returns how to undo it */
  acknowledgeAll: () => () => void
}

/** What changed for me, from this device's own store, until I said that I saw it, on any of my devices. */
export function useChanges({ id, slug }: { id: string; slug: string }): UsedChanges {
  useWatchedChanges(slug)
  const news = useLocalState((state) => state.news.get(slug) ?? null)

  const acknowledge = useCallback(({ sessionId, version }: SessionNews) => {
    const [rank, before] = [localState().picks.get(id)?.get(sessionId), localState().known.get(id)?.get(sessionId)]
    if (!rank) return () => undefined
    const know = (knownVersion: number | undefined) => void withEngine().then((engine) => engine.setPick(id, { sessionId, rank, ...(knownVersion !== undefined && { knownVersion }) }))
    know(version)
    return () => know(before)
  }, [id])

  const acknowledgeAll = useCallback(() => {
    const before = localState().seen.get(id) ?? 0
    const version = Math.max(before, ...(localState().news.get(slug) ?? []).map((one) => one.version))
    const record = (args: { version: number; undoes?: number }) => void withEngine().then((engine) => engine.record(id, { name: 'acknowledgeChanges', args: { conferenceId: id, ...args } }))
    record({ version })
    return () => record({ version: before, undoes: version })
  }, [id, slug])

  return { news, acknowledge, acknowledgeAll }
}

function useWatchedChanges(slug: string): void {
  // Without a network there may be no code for the store either: the next page asks again.
  useEffect(() => void withEngine().then((engine) => engine.watchChanges(slug)).catch(() => undefined), [slug])
}
