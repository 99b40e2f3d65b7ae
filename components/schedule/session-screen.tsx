'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Agenda } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { SessionRoom } from '@/components/rooms/session-room'
import { pageAddress } from '@/lib/program/addresses'
import { SessionActions } from './session-actions'
import { SessionFacts } from './session-facts'
import { useZone, ZoneNote } from './zone-note'

type Props = { initial: Agenda; sessionId: string; dayLabel: string; sourceUrl?: string | null; heading?: 'h1' | 'h2' }

/** A session's facts, kept true by pokes, and my pick of it. */
export function SessionScreen({ initial, sessionId, dayLabel, sourceUrl, heading: Heading = 'h1' }: Props) {
  const t = useTranslations('session')
  const { agenda, load } = useAgenda(initial.conference.slug, initial)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const zone = useZone(agenda.conference.timeZone)
  const session = parts.sessions.get(sessionId)
  if (!session) return null
  return (
    <>
      {Heading === 'h1' ? (
        <p>
          <a
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            href={pageAddress(agenda.conference.slug, 'day', session.dayOn)}
          >
            {t('programOf', { day: dayLabel })}
          </a>
        </p>
      ) : null}
      {session.status === 'cancelled' ? (
        <p className="rounded-lg border-l-4 border-danger bg-raised p-3 font-semibold text-danger">
          {t('cancelledLong')}
        </p>
      ) : null}
      <Heading
        dir="auto"
        lang={session.language}
        className={`font-semibold leading-tight tracking-tight ${Heading === 'h1' ? 'text-2xl' : 'text-xl'}`}
      >
        {session.title}
      </Heading>
      <SessionFacts session={session} parts={parts} timeZone={zone.timeZone} sourceUrl={sourceUrl} />
      <ZoneNote zone={zone} />
      <SessionRoom conference={agenda.conference} session={session} />
      <SessionActions
        agenda={agenda}
        session={session}
        timeZone={zone.timeZone}
        whole={agenda !== initial}
        onNeedWhole={load}
      />
    </>
  )
}
