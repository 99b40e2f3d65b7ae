'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { SessionCard } from '@/components/schedule/session-card'
import { DayTabs } from '@/components/schedule/day-tabs'
import { useCardWords } from '@/components/schedule/use-card-words'
import { useRoomNotes } from '@/components/rooms/use-room-notes'
import { useZone, ZoneNote } from '@/components/schedule/zone-note'
import { Notice } from '@/components/ui/notice'
import { whatIsOn } from '@/lib/planning/now'
import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import { partsOf } from '@/lib/schedule/agenda-parts'
import { useAgenda } from '@/lib/sync/client/use-agenda'
import { usePicks } from '@/lib/sync/client/use-picks'
import { ChangesLink } from './changes-link'
import { useNow } from './use-now'

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
      {agenda && now ? <NowLists agenda={agenda} now={now} days={days} /> : <p role="status" className="text-muted">{failed ? t('unreachable') : t('loading')}</p>}
      {/* Below what is on: it would jump when that comes. */}
      <div className={agenda && now ? undefined : 'hidden noscript:block'}><DayTabs conference={conference.slug} days={days} current={null} name={schedule('days')} /></div>
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
  const { phase, mine, next, current, upcoming } = whatIsOn(agenda, picks, now)
  const card = { conference: agenda.conference.slug, parts, timeZone: zone.timeZone, words, onPick: (session: AgendaSession) => (picks.has(session.id) ? drop(session.id) : set(session.id, 'first')) }
  const list = (sessions: AgendaSession[]) => (
    <ul className="grid gap-2">
      {sessions.map((session) => <SessionCard key={session.id} {...card} session={session} rank={picks.get(session.id)} room={roomOf(session)} />)}
    </ul>
  )
  return (
    <>
      {phase === 'before' ? <Notice>{t('before', { day: days[0]?.label ?? '' })}</Notice> : null}
      {phase === 'after' ? <Notice>{t('after')}</Notice> : null}
      <ZoneNote zone={zone} />
      {mine.length > 0 ? <section><h2 className="pb-2 text-lg font-semibold">{t('yours')}</h2>{list(mine)}</section> : null}
      {next ? (
        <section>
          <h2 className="pb-2 text-lg font-semibold">{t('next')} <span className="font-normal text-muted">{next.minutes <= 180 ? t('inMinutes', { minutes: next.minutes }) : ''}</span></h2>
          {list(next.sessions)}
        </section>
      ) : null}
      {phase === 'during' ? <section><h2 className="pb-2 text-lg font-semibold">{t('onNow')}</h2>{current.length > 0 ? list(current) : <p className="text-muted">{t('nothingOn')}</p>}</section> : null}
      {upcoming.length > 0 ? <section><h2 className="pb-2 text-lg font-semibold">{t('upNext')}</h2>{list(upcoming)}</section> : null}
    </>
  )
}
