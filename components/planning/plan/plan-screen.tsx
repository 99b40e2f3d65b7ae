'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { useRoomNotes } from '@/components/shared/use-room-notes'
import { Notice } from '@/components/ui/notice'
import { placeBlocks } from '@/lib/planning/blocks'
import { planConflicts } from '@/lib/planning/conflict-options'
import { toCome } from '@/lib/planning/to-come'
import { passagesTo } from '@/lib/planning/passages'
import { hasToCome, planDays } from '@/lib/planning/plan'
import { dayToOpen } from '@/lib/planning/plan-day'
import type { Block, PickRank } from '@/lib/planning/schema'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useBlocks } from '@/lib/planning/device/use-blocks'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { useZone, ZoneSwitch } from '@/components/shared/zone-note'
import { pageAddress } from '@/lib/program/addresses'
import { ChangesSection } from '../changes/changes-section'
import { SessionRows } from '../now/session-rows'
import { PlanDays } from './plan-days'
import type { OpenedDialog } from './plan-dialogs'
import { PlanMenu } from './plan-menu'
import { SyncBadge } from '../sync-badge'
import { NeedsScripts } from '../needs-scripts'
import { ToSchedule } from '../to-schedule'
import { UndoBar } from '@/components/shared/undo-bar'
import { useHash } from '@/components/ui/address/use-hash'
import { useNow } from '@/components/shared/use-now'
import { usePlanNotes } from './use-plan-notes'
import { swapOf, useUndoablePicks } from '@/components/shared/use-undoable-picks'

const AlertOffer = dynamic(
  () => keepTrying(() => import('@/components/notifications/alert-offer')).then((module) => module.AlertOffer),
  { ssr: false },
)
const PlanDialogs = dynamic(() => keepTrying(() => import('./plan-dialogs')).then((module) => module.PlanDialogs), {
  ssr: false,
})

type Props = { conference: { id: string; slug: string; name: string }; days: { date: string; label: string }[] }

/**
 * What I picked, a day at a time, with my own times, what cannot be done, and when to leave. Everything is read from
 * this device.
 */
export function PlanScreen({ conference, days }: Props) {
  const t = useTranslations('plan')
  const { agenda, failed } = useAgenda(conference.slug)
  const undoable = useUndoablePicks(conference.id)
  const { picks, ready, bar } = undoable
  const { blocks } = useBlocks(conference.id)
  const { fetched, online } = useSyncState()
  const count = useMemo(
    () => agenda?.sessions.filter(({ id }) => picks.get(id) === 'first' || picks.get(id) === 'planB').length ?? 0,
    [agenda, picks],
  )
  const now = useNow()
  const isToCome = useMemo(() => (agenda && now ? hasToCome(agenda, picks, now) : false), [agenda, picks, now])
  const isEmpty = count === 0 && blocks.length === 0
  // What I have may be on its way.
  const isAwaited = isEmpty && !fetched && online
  return (
    <main
      id="main"
      className={`mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-3 px-4 ${isEmpty ? 'py-3' : 'py-0.5'}`}
    >
      {/* The place is marked at the bottom already: what comes first is the day. */}
      <h1 className="sr-only">{t('title')}</h1>
      {!agenda && failed ? (
        <Notice tone="warning" live>
          {t('unreachable')}
        </Notice>
      ) : null}
      {ready && agenda && !isAwaited ? (
        <Plan agenda={agenda} days={days} blocks={blocks} undoable={undoable} isEmpty={isEmpty} fetched={fetched} />
      ) : failed ? null : (
        <PlanShape />
      )}
      {agenda ? null : <NeedsScripts conference={conference.slug} />}
      {agenda ? (
        <div className="empty:hidden print:hidden">
          <ChangesSection agenda={agenda} />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-x-1.5 text-sm text-muted print:hidden">
        {/* Said while there is nothing to see of it; it would jump from place to place. */}
        <p role="status" className={count === 0 ? 'sr-only noscript:hidden' : undefined}>
          {!ready || !agenda ? t('loading') : count === 0 && !fetched ? t('fetching') : t('lead', { count })}
        </p>
        <SyncBadge signInTo={pageAddress(conference.slug, 'plan')} picked={count > 0} />
      </div>
      {ready && isToCome ? (
        <div className="print:hidden">
          <AlertOffer />
        </div>
      ) : null}
      {bar ? <UndoBar {...bar} /> : null}
    </main>
  )
}

type PlanProps = {
  agenda: Agenda
  days: Props['days']
  blocks: readonly Block[]
  undoable: ReturnType<typeof useUndoablePicks>
  isEmpty: boolean
  /** All that is mine is here. */ fetched: boolean
}

function Plan({ agenda, days, blocks, undoable: { picks, change, tell }, isEmpty, fetched }: PlanProps) {
  const t = useTranslations('plan')
  const { id, timeZone } = agenda.conference
  const { save, drop } = useBlocks(id)
  const zone = useZone(timeZone)
  const now = useNow()
  const [opened, setOpened] = useState<OpenedDialog | null>(null)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const placed = useMemo(() => placeBlocks(blocks, agenda.days, timeZone), [blocks, agenda.days, timeZone])
  const plan = useMemo(() => planDays(agenda, picks, placed), [agenda, picks, placed])
  const chosen = useMemo(
    () => agenda.sessions.filter(({ id: one }) => picks.get(one) === 'first' || picks.get(one) === 'planB'),
    [agenda, picks],
  )
  const ways = useMemo(
    () =>
      passagesTo(
        chosen.filter(({ id: one }) => picks.get(one) === 'first'),
        agenda,
        parts,
      ),
    [chosen, picks, agenda, parts],
  )
  const conflicts = useMemo(
    () => planConflicts(agenda, picks, placed, now ?? new Date(0)),
    [agenda, picks, placed, now],
  )
  const [asked, onDay] = useHash()
  const day = plan.some((one) => one.day === asked) ? asked : now ? dayToOpen(plan, now, timeZone) : undefined
  const roomOf = useRoomNotes(agenda.conference, now)
  const { mostPicked } = useRoomStates(agenda.conference)
  const wanted = useMemo(
    () => (isEmpty && now ? toCome(agenda, mostPicked, now) : []),
    [isEmpty, agenda, mostPicked, now],
  )
  const noteOf = usePlanNotes({ chosen, picks, placed, ways, timeZone: zone.timeZone, now, roomOf })

  const close = () => setOpened(null)
  const onRank = (session: AgendaSession, rank: PickRank | undefined) => {
    change(t(`done.${rank ?? 'none'}`, { title: isolated(session.title) }), [[session.id, rank]])
    close()
  }
  const onSwap = (session: AgendaSession, other: AgendaSession) => {
    change(t('swapped', { title: isolated(other.title) }), swapOf(picks, session, other))
    close()
  }
  const onTake = (session: AgendaSession) => {
    change(t('taken', { title: isolated(session.title) }), [[session.id, 'first']])
    close()
  }
  const onSave = (block: Block, before: Block | undefined) => {
    void save(block, before)
    close()
  }
  const onDropBlock = (block: Block) => {
    void drop(block.id)
    tell(t('done.none', { title: isolated(block.title) }), () => void save(block))
    close()
  }

  const menu = (
    <PlanMenu
      conference={agenda.conference.slug}
      isEmpty={isEmpty}
      onAdd={days.length > 0 ? () => setOpened({ block: null, day }) : undefined}
    />
  )

  return (
    <>
      {isEmpty ? (
        <>
          {fetched ? <ToSchedule conference={agenda.conference.slug} why="empty" /> : null}
          <div className="flex items-center justify-between gap-3">
            {wanted.length > 0 ? <ZoneSwitch zone={zone} /> : null}
            {menu}
          </div>
          {wanted.length > 0 ? (
            <SessionRows
              agenda={agenda}
              parts={parts}
              timeZone={zone.timeZone}
              picks={picks}
              title={t('wanted')}
              sessions={wanted}
              under=""
              roomOf={roomOf}
              onPick={(session) => onRank(session, 'first')}
            />
          ) : null}
        </>
      ) : (
        <PlanDays
          conference={agenda.conference}
          plan={plan}
          day={day}
          onDay={onDay}
          conflicts={conflicts}
          parts={parts}
          ways={ways}
          zone={zone}
          now={now}
          noteOf={noteOf}
          roomOf={roomOf}
          onOpen={setOpened}
          onRank={onRank}
          onSwap={onSwap}
          menu={menu}
        />
      )}
      {opened ? (
        <PlanDialogs
          {...{ opened, agenda, parts, picks, days, noteOf, roomOf, onRank, onSwap, onTake, onSave, onDropBlock }}
          timeZone={zone.timeZone}
          onClose={close}
        />
      ) : null}
    </>
  )
}

/** The shape of what comes: days, and the blocks of one. */
function PlanShape() {
  return (
    <div aria-hidden="true" className="grid gap-2 noscript:hidden">
      <div className="h-11 w-3/4 rounded-full bg-sunken" />
      {[0, 1, 2].map((index) => (
        <div key={index} className="ml-14 h-20 rounded-lg bg-sunken" />
      ))}
    </div>
  )
}
