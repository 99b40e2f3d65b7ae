'use client'

import { useTranslations } from 'next-intl'
import { Fragment, useMemo } from 'react'
import { SessionCard } from '@/components/schedule/session-card'
import { DayTabs } from '@/components/schedule/day-tabs'
import { useCardWords } from '@/components/schedule/use-card-words'
import { DoorReport } from '@/components/rooms/door-report'
import { useRoomNotes } from '@/components/shared/use-room-notes'
import { useZone, ZoneNote } from '@/components/schedule/zone-note'
import { Notice } from '@/components/ui/notice'
import { dateOfWhen, sayDay } from '@/lib/i18n/dates'
import { freeFirst } from '@/lib/planning/alternatives'
import { doorsAreOpen, whatIsOn } from '@/lib/planning/now'
import { dateOn } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import { usePicks } from '@/lib/planning/device/use-picks'
import { ChangesLink } from './changes/changes-link'
import { useFullness } from '@/components/shared/use-fullness'
import { useNow } from '@/components/shared/use-now'
import { useNowNotes } from './use-now-notes'
import { usePlanBOffer } from '@/components/shared/use-plan-b-offer'

type Props = { conference: { id: string; slug: string; name: string }; days: { date: string; label: string }[] }

/** What I am in, what is next for me and when, and what is on: useful in two seconds without a tap. */
export function NowScreen({ conference, days }: Props) {
  const t = useTranslations('plan')
  const schedule = useTranslations('schedule')
  const { agenda, failed } = useAgenda(conference.slug)
  const now = useNow()
  return (
    <main id="main" className="mx-auto grid max-w-3xl gap-4 px-4 py-4">
      <h1 className="text-2xl font-semibold tracking-tight">{t('nowTitle')}</h1>
      <ChangesLink slug={conference.slug} />
      {agenda && now ? (
        <NowLists agenda={agenda} now={now} days={days} />
      ) : (
        <p role="status" className="text-muted">
          {failed ? t('unreachable') : t('loading')}
        </p>
      )}
      {/* Below what is on: it would jump when that comes. */}
      <div className={agenda && now ? undefined : 'hidden noscript:block'}>
        <DayTabs conference={conference.slug} days={days} current={null} name={schedule('days')} />
      </div>
    </main>
  )
}

function NowLists({ agenda, now, days }: { agenda: Agenda; now: Date; days: Props['days'] }) {
  const t = useTranslations('plan')
  const { picks, set, drop } = usePicks(agenda.conference.id)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const zone = useZone(agenda.conference.timeZone)
  const words = useCardWords()
  const roomOf = useRoomNotes(agenda.conference, now)
  const fullnessOf = useFullness(agenda)
  const { attendances } = useAttendances(agenda.conference.id)
  const { phase, whereabouts, isInside, mine, next, current, upcoming } = whatIsOn(agenda, picks, attendances, now)
  const noteOf = useNowNotes({ agenda, parts, picks, whereabouts, timeZone: zone.timeZone, now })
  const { offer, offerPlanB } = usePlanBOffer({ ...agenda.conference, timeZone: zone.timeZone })
  const onPick = (session: AgendaSession) => (picks.has(session.id) ? drop(session.id) : set(session.id, 'first'))
  const today = dateOn(now, zone.timeZone)
  const dateOf = ([first]: AgendaSession[]) => (first ? dateOfWhen(first, zone.timeZone) : undefined) ?? today
  const otherDay = (sessions: AgendaSession[]) =>
    dateOf(sessions) === today ? '' : sayDay(dateOf(sessions), words.language)
  const isMine = (session: AgendaSession) =>
    mine.includes(session) || picks.get(session.id) === 'first' || picks.get(session.id) === 'planB'
  const cards = (sessions: AgendaSession[], under = today) => (
    <ul className="grid gap-2">
      {sessions.map((session) => (
        <Fragment key={session.id}>
          <SessionCard
            conference={agenda.conference.slug}
            parts={parts}
            timeZone={zone.timeZone}
            words={words}
            onPick={onPick}
            session={session}
            under={under}
            rank={picks.get(session.id)}
            room={roomOf(session)}
            note={isMine(session) ? noteOf(session) : undefined}
          />
          {isMine(session) && doorsAreOpen(session, now) ? (
            <li className="pb-2">
              <DoorReport conference={agenda.conference} session={session} onTurnedAway={offerPlanB} />
            </li>
          ) : null}
        </Fragment>
      ))}
    </ul>
  )
  return (
    <>
      {phase === 'before' ? <Notice>{t('before', { day: days[0]?.label ?? '' })}</Notice> : null}
      {phase === 'after' ? <Notice>{t('after')}</Notice> : null}
      <ZoneNote zone={zone} />
      {offer}
      {mine.length > 0 ? (
        <section>
          <h2 className="pb-2 text-lg font-semibold">{t(isInside ? 'inside' : 'yours')}</h2>
          {cards(mine)}
        </section>
      ) : null}
      {next ? (
        <section>
          <h2 className="pb-2 text-lg font-semibold">
            {t('next')}{' '}
            <span className="font-normal text-muted">
              {next.minutes <= 180 ? t('inMinutes', { minutes: next.minutes }) : otherDay(next.sessions)}
            </span>
          </h2>
          {cards(next.sessions, next.minutes <= 180 ? today : dateOf(next.sessions))}
        </section>
      ) : null}
      {phase === 'during' && (current.length > 0 || mine.length === 0) ? (
        <section>
          <h2 className="pb-2 text-lg font-semibold">{t(mine.length > 0 ? 'onNowElse' : 'onNow')}</h2>
          {current.length > 0 ? cards(freeFirst(current, fullnessOf)) : <p className="text-muted">{t('nothingOn')}</p>}
        </section>
      ) : null}
      {upcoming.length > 0 ? (
        <section>
          <h2 className="pb-2 text-lg font-semibold">
            {t('upNext')} <span className="font-normal text-muted">{otherDay(upcoming)}</span>
          </h2>
          {cards(freeFirst(upcoming, fullnessOf), dateOf(upcoming))}
        </section>
      ) : null}
    </>
  )
}
