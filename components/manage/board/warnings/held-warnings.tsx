import { useMemo, useSyncExternalStore } from 'react'
import { warningsOf } from '@/lib/desk/board/warnings/list-warnings'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import type { HeldStore } from './held-store'
import { SeverityMark } from './severity-mark'
import { useWarningWords } from './use-warning-words'

/** So many are read while something is held. */
const MOST_SHOWN = 3

/** What would be wrong if what is held were dropped here, at the foot of the screen; read aloud, for keys move, too. */
export function HeldWarnings({ store, index }: { store: HeldStore; index: BoardIndex }) {
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
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 mx-auto max-w-2xl">
      {warnings.length > 0 ? (
        <ul className="grid gap-1 rounded-xl border border-edge bg-raised p-3 text-sm">
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
