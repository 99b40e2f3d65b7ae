import { useMemo } from 'react'
import type { SessionNews } from '@/lib/planning/changes'
import { localState, useLocalState, withEngine } from '@/lib/sync/client/store/local-state'
import type { Change } from '@/lib/sync/mutation'
import { useWatchedChanges } from './use-unread-count'

type Undo = () => void
type Answers = {
  /** I know of it, and still want to go. */
  keep: (news: SessionNews) => Undo
  drop: (news: SessionNews) => Undo
  /** Another session is my first choice instead. */
  replace: (news: SessionNews, otherId: string) => Undo
  /** I know of all of them. */
  keepAll: () => Undo
}

/**
 * What changed for me, from this device's own store, until I answered to it on any of my devices. The news are the
 * latest first; null: the store was not read yet.
 */
export function useChanges({
  id,
  slug,
}: {
  id: string
  slug: string
}): Answers & { news: readonly SessionNews[] | null } {
  useWatchedChanges(slug)
  const news = useLocalState((state) => state.news?.get(slug) ?? null)
  const answers = useMemo(() => answersIn(id, slug), [id, slug])
  return { ...answers, news }
}

function answersIn(conferenceId: string, slug: string): Answers {
  return {
    keep({ sessionId, version }) {
      const known = localState().known?.get(conferenceId)?.get(sessionId)
      // Nothing of its rank, which may be another by now on another device.
      const note = (knownVersion: number) =>
        void record(conferenceId, { name: 'setPick', args: { sessionId, knownVersion } })
      note(version)
      return () => (known === undefined ? undefined : note(known))
    },
    drop({ sessionId }) {
      const undo = undoOf(conferenceId, sessionId)
      void record(conferenceId, { name: 'dropPick', args: { sessionId } })
      return undo
    },
    replace({ sessionId, version }, otherId) {
      const undo = [undoOf(conferenceId, sessionId), undoOf(conferenceId, otherId)]
      const instead: Change = { name: 'setPick', args: { sessionId: otherId, rank: 'first', knownVersion: version } }
      void record(conferenceId, { name: 'dropPick', args: { sessionId } }, instead)
      return () => undo.forEach((one) => one())
    },
    keepAll() {
      const before = localState().seen?.get(conferenceId) ?? 0
      const version = Math.max(before, ...(localState().news?.get(slug) ?? []).map((one) => one.version))
      const note = (args: { version: number; undoes?: number }) =>
        void record(conferenceId, { name: 'acknowledgeChanges', args: { conferenceId, ...args } })
      note({ version })
      return () => note({ version: before, undoes: version })
    },
  }
}

/** Gives a pick back as it is now, with what it knew: its news are news again. */
function undoOf(conferenceId: string, sessionId: string): Undo {
  const [rank, knownVersion] = [
    localState().picks?.get(conferenceId)?.get(sessionId),
    localState().known?.get(conferenceId)?.get(sessionId),
  ]
  return () =>
    void record(
      conferenceId,
      rank
        ? { name: 'setPick', args: { sessionId, rank, ...(knownVersion !== undefined && { knownVersion }) } }
        : { name: 'dropPick', args: { sessionId } },
    )
}

async function record(conferenceId: string, ...changes: Change[]): Promise<void> {
  const engine = await withEngine()
  for (const change of changes) await engine.record(conferenceId, change)
}
