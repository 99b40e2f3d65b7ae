'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { Fragment, useCallback, useMemo, useState } from 'react'
import { SessionCard } from '@/components/schedule/session-card'
import { useCardWords } from '@/components/schedule/use-card-words'
import { useZone, ZoneNote } from '@/components/schedule/zone-note'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { blocksDuring, placeBlocks, type PlacedBlock } from '@/lib/planning/blocks'
import { findConflicts, overlapsWith } from '@/lib/planning/conflicts'
import { passagesTo } from '@/lib/planning/passages'
import { planDays, type PlanDay } from '@/lib/planning/plan'
import type { Block, Picks } from '@/lib/planning/schema'
import { timeOf } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import { partsOf } from '@/lib/schedule/agenda-parts'
import { useAgenda } from '@/lib/sync/client/use-agenda'
import { useBlocks } from '@/lib/sync/client/use-blocks'
import { usePicks } from '@/lib/sync/client/use-picks'
import { BlockCard } from './block-card'
import { BlockForm } from './block-form'
import { ChangesSection } from './changes-section'
import { PlanB } from './plan-b'
import { SyncBadge } from './sync-badge'
import { UndoBar } from './undo-bar'

const AlertOffer = dynamic(() => import('@/components/notifications/alert-offer').then((module) => module.AlertOffer), { ssr: false })

type Props = { conference: { id: string; slug: string; name: string }; days: { date: string; label: string }[] }

/** What I picked, day by day in time order, with my own times, what overlaps, and when to leave. Everything is read from this device. */
export function PlanScreen({ conference, days }: Props) {
  const t = useTranslations('plan')
  const { agenda, failed } = useAgenda(conference.slug)
  const { picks, set, drop, ready } = usePicks(conference.id)
  const { blocks, save, drop: dropBlock } = useBlocks(conference.id)
  const [undoable, setUndoable] = useState<{ text: string; undo: () => void } | null>(null)
  const plan = useMemo(() => (agenda ? planDays(agenda, picks) : []), [agenda, picks])
  const chosen = useMemo(() => plan.flatMap(({ timed, untimed }) => [...timed, ...untimed].map(({ session }) => session)), [plan])

  const count = t('lead', { count: chosen.length })
  const lead = chosen.length === 0 ? count : `${count} · ${t('overlaps', { count: findConflicts(chosen).length })}`

  const onPick = (session: AgendaSession) => {
    const rank = picks.get(session.id)
    if (rank) setUndoable({ text: t('dropped', { title: session.title }), undo: () => set(session.id, rank) })
    drop(session.id)
  }
  const onSwap = (session: AgendaSession, other: AgendaSession) => {
    const [rank, otherRank] = [picks.get(session.id), picks.get(other.id)]
    drop(session.id)
    set(other.id, 'first')
    const undo = () => {
      if (rank) set(session.id, rank)
      if (otherRank) set(other.id, otherRank)
      else drop(other.id)
    }
    setUndoable({ text: t('swapped', { title: other.title }), undo })
  }
  const onDropBlock = (block: Block) => {
    void dropBlock(block.id)
    setUndoable({ text: t('dropped', { title: block.title }), undo: () => void save(block) })
  }
  const forget = useCallback(() => setUndoable(null), [])
  const undo = () => {
    undoable?.undo()
    forget()
  }
  const onSave = (block: Block) => void save(block)

  return (
    <main id="main" className="mx-auto grid max-w-3xl gap-4 px-4 py-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p role="status" className="text-muted">{ready && agenda ? lead : t('loading')}</p>
        <SyncBadge signInTo={`/c/${conference.slug}/plan`} picked={chosen.length > 0} />
      </header>
      {!agenda && failed ? <Notice tone="warning" live>{t('unreachable')}</Notice> : null}
      {ready && agenda && chosen.length === 0 && blocks.length === 0 && !undoable ? <EmptyPlan conference={conference.slug} /> : null}
      {agenda ? <ChangesSection agenda={agenda} /> : null}
      {agenda && chosen.length > 0 ? <p><ButtonLink href={`/c/${conference.slug}/calendars`}>{t('calendar')}</ButtonLink></p> : null}
      {ready && agenda && days.length > 0 ? (
        <details className="rounded-lg border border-line px-3 pb-3">
          <summary className="min-h-11 py-3 font-medium">{t('block.add')}</summary>
          <BlockForm conferenceId={conference.id} days={days} timeZone={agenda.conference.timeZone} onSave={onSave} />
        </details>
      ) : null}
      {agenda && (chosen.length > 0 || blocks.length > 0) ? (
        <PlanDays agenda={agenda} days={days} plan={plan} chosen={chosen} picks={picks} blocks={blocks} onPick={onPick} onSwap={onSwap} onSave={onSave} onDropBlock={onDropBlock} />
      ) : null}
      {ready && chosen.length > 0 ? <AlertOffer /> : null}
      {undoable ? <UndoBar text={undoable.text} onUndo={undo} onGone={forget} /> : null}
    </main>
  )
}

type DaysProps = {
  agenda: Agenda
  days: Props['days']
  plan: PlanDay[]
  chosen: AgendaSession[]
  picks: Picks
  blocks: readonly Block[]
  onPick: (session: AgendaSession) => void
  onSwap: (session: AgendaSession, other: AgendaSession) => void
  onSave: (block: Block) => void
  onDropBlock: (block: Block) => void
}

function PlanDays({ agenda, days, plan, chosen, picks, blocks, onPick, onSwap, onSave, onDropBlock }: DaysProps) {
  const t = useTranslations('plan')
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const { timeZone } = agenda.conference
  const zone = useZone(timeZone)
  const words = useCardWords()
  const placed = useMemo(() => placeBlocks(blocks, agenda.days, timeZone), [blocks, agenda.days, timeZone])
  const passages = useMemo(() => passagesTo(chosen.filter(({ id }) => picks.get(id) === 'first'), agenda, parts), [chosen, picks, agenda, parts])
  const card = { conference: agenda.conference.slug, parts, timeZone: zone.timeZone, words, onPick }
  const shown = [...new Set([...plan, ...placed].map(({ day }) => day))].sort()
  return (
    <>
      <ZoneNote zone={zone} />
      {shown.map((day) => (
        <section key={day}>
          <h2 className="py-2 text-lg font-semibold">{days.find(({ date }) => date === day)?.label ?? day}</h2>
          <ul className="grid gap-2">{entriesOf(day).map((entry) => ('session' in entry ? sessionEntry(entry.session) : blockEntry(entry)))}</ul>
        </section>
      ))}
    </>
  )

  function entriesOf(day: string): ({ session: AgendaSession } | PlacedBlock)[] {
    const ofDay = plan.find((one) => one.day === day)
    const timed = [...(ofDay?.timed ?? []).map((entry) => ({ at: entry.start, entry })), ...placed.filter((one) => one.day === day).map((entry) => ({ at: entry.startAt.getTime(), entry }))]
    return [...timed.sort((a, b) => a.at - b.at).map(({ entry }) => entry), ...(ofDay?.untimed ?? [])]
  }

  function blockEntry(entry: PlacedBlock) {
    return <BlockCard key={`${entry.block.id}${entry.day}`} placed={entry} days={days} shownIn={zone.timeZone} timeZone={timeZone} onSave={onSave} onDrop={onDropBlock} />
  }

  function sessionEntry(session: AgendaSession) {
    const rank = picks.get(session.id)
    return (
      <Fragment key={session.id}>
        <SessionCard {...card} session={session} rank={rank} note={noteOf(session)} />
        {rank === 'first' && session.startAt ? (
          <li><PlanB agenda={agenda} parts={parts} picks={picks} session={session} timeZone={zone.timeZone} onSwap={(other) => onSwap(session, other)} /></li>
        ) : null}
      </Fragment>
    )
  }

  function noteOf(session: AgendaSession): string | undefined {
    const overlaps = overlapsWith(session, chosen).map(({ other, minutes }) => t('overlapsWith', { title: other.title, minutes }))
    const own = blocksDuring(session, placed).map(({ block, minutes }) => t('overlapsWith', { title: block.title, minutes }))
    return [picks.get(session.id) === 'planB' ? t('planB') : '', wayOf(session), ...overlaps, ...own].filter(Boolean).join(' · ') || undefined
  }

  function wayOf(session: AgendaSession): string {
    const passage = passages.get(session.id)
    if (!passage) return ''
    if (passage.slackMinutes < 0) return t('tooFar', { minutes: -passage.slackMinutes })
    return t('leaveBy', { time: timeOf(new Date(passage.leaveAt), zone.timeZone), minutes: passage.walkMinutes })
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
