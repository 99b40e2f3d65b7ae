import { useMemo } from 'react'
import type { SessionNews } from '@/lib/planning/changes'
import { localState, useLocalState, withEngine } from '../store/local-state'
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
  const news = useLocalState((state) => state.news.get(slug) ?? null)
  const answers = useMemo(() => answersIn(id, slug), [id, slug])
  return { ...answers, news }
}

function answersIn(conferenceId: string, slug: string): Answers {
  return {
    keep({ sessionId, version }) {
      const known = localState().known.get(conferenceId)?.get(sessionId)
      // Nothing of its rank, which may be another by now on another device.
      const note = (knownVersion: number) =>
        void withEngine().then((engine) => engine.setPick(conferenceId, { sessionId, knownVersion }))
      note(version)
      return () => (known === undefined ? undefined : note(known))
    },
    drop({ sessionId }) {
      const undo = undoOf(conferenceId, sessionId)
      void withEngine().then((engine) => engine.dropPick(conferenceId, { sessionId }))
      return undo
    },
    replace({ sessionId, version }, otherId) {
      const undo = [undoOf(conferenceId, sessionId), undoOf(conferenceId, otherId)]
      void withEngine().then(async (engine) => {
        await engine.dropPick(conferenceId, { sessionId })
        await engine.setPick(conferenceId, { sessionId: otherId, rank: 'first', knownVersion: version })
      })
      return () => undo.forEach((one) => one())
    },
    keepAll() {
      const before = localState().seen.get(conferenceId) ?? 0
      const version = Math.max(before, ...(localState().news.get(slug) ?? []).map((one) => one.version))
      const note = (args: { version: number; undoes?: number }) =>
        void withEngine().then((engine) =>
          engine.record(conferenceId, { name: 'acknowledgeChanges', args: { conferenceId, ...args } }),
        )
      note({ version })
      return () => note({ version: before, undoes: version })
    },
  }
}

/** Gives a pick back as it is now, with what it knew: its news are news again. */
function undoOf(conferenceId: string, sessionId: string): Undo {
  const [rank, knownVersion] = [
    localState().picks.get(conferenceId)?.get(sessionId),
    localState().known.get(conferenceId)?.get(sessionId),
  ]
  return () =>
    void withEngine().then((engine) =>
      rank
        ? engine.setPick(conferenceId, { sessionId, rank, ...(knownVersion !== undefined && { knownVersion }) })
        : engine.dropPick(conferenceId, { sessionId }),
    )
}
