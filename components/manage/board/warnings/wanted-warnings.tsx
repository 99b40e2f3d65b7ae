import { useMemo } from 'react'
import type { BoardPlace, BoardSession } from '@/lib/desk/board/board'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import { useNewWarnings } from './use-new-warnings'
import { WarningLines } from './warning-lines'

type Props = {
  index: BoardIndex | null
  session: BoardSession
  /** Where its fields would put it; null: nowhere that can be read. */ place: BoardPlace | null
}

/** What would be wrong if a session were moved to where its fields say, before it is; read aloud. */
export function WantedWarnings({ index, session, place }: Props) {
  const landing = useMemo(() => (place ? [{ session, place }] : null), [session, place])
  const warnings = useNewWarnings(index, landing)
  return (
    <div role="status">
      {warnings.length > 0 ? (
        <ul className="grid gap-1 rounded-lg bg-raised p-3 text-sm">
          <WarningLines index={index} warnings={warnings} />
        </ul>
      ) : null}
    </div>
  )
}
