'use client'

import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { SessionRoom } from '@/components/rooms/session-room'
import { usePicks } from '@/lib/planning/device/use-picks'
import type { Agenda } from '@/lib/program/agenda'
import type { Neighbours } from '@/lib/program/agenda-day'
import { partsOf } from '@/lib/program/agenda-parts'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { NeighbourLinks } from './session/neighbour-links'
import { SessionShare } from './session/session-share'
import { SessionPlace } from './session/session-place'
import { SessionSpeakers } from './session/session-speakers'
import { SessionActions } from './session-actions'
import { SessionNotices, SessionUnder, SessionWhen } from './session-facts'
import { useZone, ZoneNote } from '@/components/shared/zone-note'

type Props = {
  /** The programme, or the session's part of it. */
  initial: Agenda
  sessionId: string
  sourceUrl?: string | null
  /** Beside a timetable it is no page of its own. */
  heading?: 'h1' | 'h2'
  /** Its abstract. */
  text?: ReactNode
  /** My notes on it. */
  notes?: ReactNode
  around?: Neighbours
}

/**
 * A session as one reads it: what, when, where, who, why; then what I make of it, and what can be taken from it. Kept
 * true by pokes.
 */
export function SessionScreen({
  initial,
  sessionId,
  sourceUrl,
  heading: Heading = 'h1',
  text,
  notes,
  around = {},
}: Props) {
  const t = useTranslations('session')
  const { agenda, load } = useAgenda(initial.conference.slug, initial)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const { picks } = usePicks(agenda.conference.id)
  const zone = useZone(agenda.conference.timeZone)
  const session = parts.sessions.get(sessionId)
  if (!session) return null
  const of = { conference: agenda.conference.slug, session }
  return (
    <>
      <div>
        {session.status === 'cancelled' ? (
          <p className="mb-2 border-l-4 border-danger pl-3 font-semibold text-danger">{t('cancelledLong')}</p>
        ) : null}
        <Heading
          dir="auto"
          lang={session.language}
          className={`font-semibold leading-tight tracking-tight ${Heading === 'h1' ? 'text-2xl' : 'text-xl'}`}
        >
          {session.title}
        </Heading>
        <SessionNotices session={session} />
        <SessionWhen {...of} timeZone={zone.timeZone} />
        {session.startAt ? <ZoneNote zone={zone} className="-my-2" /> : null}
        <SessionPlace agenda={agenda} session={session} parts={parts} picks={picks} />
        <SessionSpeakers {...of} speakers={session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])} />
        <SessionUnder {...of} parts={parts} />
      </div>
      {text}
      <div className="contents print:hidden">
        <SessionActions
          agenda={agenda}
          session={session}
          timeZone={zone.timeZone}
          isPage={Heading === 'h1'}
          whole={agenda !== initial}
          onNeedWhole={load}
        />
        <SessionRoom conference={agenda.conference} session={session} />
      </div>
      {notes}
      <div className="contents print:hidden">
        <SessionShare {...of} sourceUrl={sourceUrl} />
        {around.before || around.after ? <NeighbourLinks conference={of.conference} {...around} /> : null}
      </div>
    </>
  )
}
