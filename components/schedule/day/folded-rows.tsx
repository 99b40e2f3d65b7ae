import type { ReactNode } from 'react'
import { DOT } from '@/components/ui/facts'
import { minutesOn } from '@/lib/planning/day-list'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaSession } from '@/lib/program/agenda'
import type { PickRank } from '@/lib/planning/schema'

type Props = {
  sessions: AgendaSession[]
  picks: ReadonlyMap<string, PickRank>
  /** They are breaks and desks, which are not what people come for. */
  practical?: boolean
  rowOf: (session: AgendaSession, isPractical?: boolean) => ReactNode
}

/** What begins together and is not looked for one by one, in one row that opens; a single one is a row of its own. */
export function FoldedRows({ sessions, picks, practical, rowOf }: Props) {
  const [only] = sessions
  if (!only) return null
  if (sessions.length === 1) return rowOf(only, practical)
  const titles = [...new Set(sessions.map(({ title }) => isolated(title)))].join(DOT)
  return (
    <li data-practical={practical}>
      <details
        className="folded-rows"
        data-min={Math.max(...sessions.map((session) => minutesOn(session) ?? 0))}
        open={sessions.some(({ id }) => picks.has(id)) || undefined}
      >
        <summary>
          <span dir="auto" className="line-clamp-2 min-w-0 flex-1">
            {titles}
          </span>
        </summary>
        <ul>{sessions.map((session) => rowOf(session))}</ul>
      </details>
    </li>
  )
}
