import { useId } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { SessionRow } from '@/components/schedule/day/session-row'
import { useRowWords } from '@/components/schedule/use-row-words'
import { sayWhen } from '@/lib/i18n/dates'
import type { Picks } from '@/lib/planning/schema'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = {
  agenda: Agenda
  parts: AgendaParts
  timeZone: string
  picks: Picks
  title: string
  /** Beside the title: in how long, on which day. */ more?: string
  sessions: readonly AgendaSession[]
  /** The date that stands above them. */ under: string
  /** What is said where there are none; absent: nothing, not even the title. */ empty?: string
  roomOf: (session: AgendaSession) => RoomNote | undefined
  noteOf?: (session: AgendaSession) => string | undefined
  onPick: (session: AgendaSession) => void
}

/** Sessions below a title, a row each; nothing at all where there are none. */
export function SessionRows({
  agenda,
  parts,
  timeZone,
  picks,
  title,
  more,
  sessions,
  under,
  empty,
  roomOf,
  noteOf,
  onPick,
}: Props) {
  const [words, heading] = [useRowWords(), useId()]
  if (sessions.length === 0 && !empty) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="pb-1 text-lg font-semibold">
        {title} {more ? <span className="font-normal text-muted">{more}</span> : null}
      </h2>
      {sessions.length === 0 ? <p className="text-muted">{empty}</p> : null}
      <ul className="session-rows empty:hidden">{sessions.map(row)}</ul>
    </section>
  )

  function row(session: AgendaSession) {
    const { startAt, endAt } = session
    return (
      <SessionRow
        key={session.id}
        conference={agenda.conference.slug}
        parts={parts}
        words={words}
        onPick={onPick}
        session={session}
        time={sayWhen({ startAt, endAt }, { timeZone, language: words.language, under })}
        rank={picks.get(session.id)}
        room={roomOf(session)}
        note={noteOf?.(session)}
      />
    )
  }
}
