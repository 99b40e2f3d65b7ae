import { useMemo, useSyncExternalStore } from 'react'
import type { BoardSession } from '@/lib/desk/board/board'
import { warningsOf } from '@/lib/desk/board/warnings/list-warnings'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import type { HeldStore } from './held-store'
import { SeverityMark } from './severity-mark'
import { useWarningWords } from './use-warning-words'

/** So many are read while something is held. */
const MOST_SHOWN = 3

type Props = {
  store: HeldStore
  index: BoardIndex
  /** What others did with it since it was taken up. */ newsOf: (taken: BoardSession) => string | null
}

/**
 * What others did meanwhile with what is held, and what would be wrong if it were dropped here, at the foot of the
 * screen; read aloud, for keys move, too.
 */
export function HeldWarnings({ store, index, newsOf }: Props) {
  const held = useSyncExternalStore(store.subscribe, store.get, store.get)
  const say = useWarningWords(index)
  // What is so already stays the same while the same is held.
  const ids = held?.map(({ session }) => session.id).join(' ') ?? ''
  const known = useMemo(() => {
    const sessions = ids.split(' ').flatMap((id) => index.sessions.get(id) ?? [])
    return new Set(warningsOf(index, sessions).map(({ key }) => key))
  }, [ids, index])
  const warnings = useMemo(() => {
    if (!held) return []
    const there = held.map(({ session, place }) => ({ ...session, ...place }))
    return warningsOf(index, there).filter(({ key }) => !known.has(key))
  }, [held, index, known])
  const news = (held ?? []).flatMap(({ session }) => newsOf(session) ?? [])
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 mx-auto max-w-2xl">
      {news.length + warnings.length > 0 ? (
        <ul className="grid gap-1 rounded-xl border border-edge bg-raised p-3 text-sm">
          {news.slice(0, MOST_SHOWN).map((line) => (
            <li key={line} className="font-medium text-warning">
              {line}
            </li>
          ))}
          {warnings.slice(0, MOST_SHOWN).map((warning) => (
            <li key={warning.key} className="flex gap-2">
              <SeverityMark of={warning.severity} />
              {say(warning)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
