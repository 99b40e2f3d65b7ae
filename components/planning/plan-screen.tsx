'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { SessionCard } from '@/components/schedule/session-card'
import { useCardWords } from '@/components/schedule/use-card-words'
import { useZone, ZoneNote } from '@/components/schedule/zone-note'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { findConflicts, overlapsWith } from '@/lib/planning/conflicts'
import { planDays, type PlanDay } from '@/lib/planning/plan'
import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import { partsOf } from '@/lib/schedule/agenda-parts'
import { useAgenda } from '@/lib/sync/client/use-agenda'
import { usePicks } from '@/lib/sync/client/use-picks'
import { SyncBadge } from './sync-badge'
import { UndoBar } from './undo-bar'

type Props = { conference: { id: string; slug: string; name: string }; days: { date: string; label: string }[] }

/** What I picked, day by day in time order, with what overlaps named. Everything is read from this device. */
export function PlanScreen({ conference, days }: Props) {
  const t = useTranslations('plan')
  const { agenda, failed } = useAgenda(conference.slug)
  const { picks, set, drop, ready } = usePicks(conference.id)
  const [dropped, setDropped] = useState<{ session: AgendaSession; rank: 'first' | 'planB' } | null>(null)
  const plan = useMemo(() => (agenda ? planDays(agenda, picks) : []), [agenda, picks])
  const chosen = useMemo(() => plan.flatMap(({ timed, untimed }) => [...timed, ...untimed].map(({ session }) => session)), [plan])

  const count = t('lead', { count: chosen.length })
  const lead = chosen.length === 0 ? count : `${count} · ${t('overlaps', { count: findConflicts(chosen).length })}`

  const onPick = (session: AgendaSession) => {
    const rank = picks.get(session.id)
    if (rank === 'planB' || rank === 'first') setDropped({ session, rank })
    drop(session.id)
  }
  const undo = () => {
    if (dropped) set(dropped.session.id, dropped.rank)
    setDropped(null)
  }

  return (
    <main id="main" className="mx-auto grid max-w-3xl gap-4 px-4 py-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p role="status" className="text-muted">{ready && agenda ? lead : t('loading')}</p>
        <SyncBadge signInTo={`/c/${conference.slug}/plan`} picked={chosen.length > 0} />
      </header>
      {!agenda && failed ? <Notice tone="warning" live>{t('unreachable')}</Notice> : null}
      {ready && agenda && chosen.length === 0 && !dropped ? <EmptyPlan conference={conference.slug} /> : null}
      {agenda && chosen.length > 0 ? (
        <>
          <p><ButtonLink href={`/c/${conference.slug}/calendars`}>{t('calendar')}</ButtonLink></p>
          <PlanDays agenda={agenda} days={days} plan={plan} chosen={chosen} ranks={picks} onPick={onPick} />
        </>
      ) : null}
      {dropped ? <UndoBar text={t('dropped', { title: dropped.session.title })} onUndo={undo} onGone={() => setDropped(null)} /> : null}
    </main>
  )
}

type DaysProps = { agenda: Agenda; days: Props['days']; plan: PlanDay[]; chosen: AgendaSession[]; ranks: ReadonlyMap<string, 'first' | 'planB' | 'hidden'>; onPick: (session: AgendaSession) => void }

function PlanDays({ agenda, days, plan, chosen, ranks, onPick }: DaysProps) {
  const t = useTranslations('plan')
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const zone = useZone(agenda.conference.timeZone)
  const words = useCardWords()
  const card = { conference: agenda.conference.slug, parts, timeZone: zone.timeZone, words, onPick }
  return (
    <>
      <ZoneNote zone={zone} />
      {plan.map(({ day, timed, untimed }) => (
        <section key={day}>
          <h2 className="py-2 text-lg font-semibold">{days.find(({ date }) => date === day)?.label ?? day}</h2>
          <ul className="grid gap-2">
            {[...timed, ...untimed].map(({ session, rank }) => (
              <SessionCard key={session.id} {...card} session={session} rank={rank} note={noteOf(session)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )

  function noteOf(session: AgendaSession): string | undefined {
    const overlaps = overlapsWith(session, chosen).map(({ other, minutes }) => t('overlapsWith', { title: other.title, minutes }))
    return [ranks.get(session.id) === 'planB' ? t('planB') : '', ...overlaps].filter(Boolean).join(' · ') || undefined
  }
}

function EmptyPlan({ conference }: { conference: string }) {
  const t = useTranslations('plan')
  return (
    <Notice>
      <p>{t('empty')}</p>
      <p><ButtonLink variant="primary" href={`/c/${conference}/schedule`}>{t('openSchedule')}</ButtonLink></p>
    </Notice>
  )
}
