import { useSyncExternalStore } from 'react'
import type { BoardSession } from '@/lib/desk/board/board'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import type { HeldStore } from './held-store'
import { useNewWarnings } from './use-new-warnings'
import { MOST_SHOWN, WarningLines } from './warning-lines'

type Props = {
  store: HeldStore
  /** Null: it is being made, and what would be wrong is not known yet. */ index: BoardIndex | null
  /** What others did with it since it was taken up. */ newsOf: (taken: BoardSession) => string | null
}

/**
 * What others did meanwhile with what is held, and what would be wrong if it were dropped here, at the foot of the
 * screen; read aloud, for keys move, too.
 */
export function HeldWarnings({ store, index, newsOf }: Props) {
  const held = useSyncExternalStore(store.subscribe, store.get, store.get)
  const warnings = useNewWarnings(index, held)
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
          <WarningLines index={index} warnings={warnings} />
        </ul>
      ) : null}
    </div>
  )
}
