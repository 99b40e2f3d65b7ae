import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { ZoneSwitch, type Zone } from '@/components/shared/zone-note'
import { sayDay } from '@/lib/i18n/dates'
import type { PlanConflict } from '@/lib/planning/conflict-options'
import type { PassageFrom } from '@/lib/planning/passages'
import type { PlanDay } from '@/lib/planning/plan'
import { presentDay } from '@/lib/planning/plan-day'
import type { Block, PickRank } from '@/lib/planning/schema'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { DayTimeline } from './day-timeline'
import type { OpenedDialog } from './plan-dialogs'
import { PlanPrint } from './plan-print'
import { PlanTabs, tabId } from './plan-tabs'

// Hardly any day has any.
const UntimedList = dynamic(() => keepTrying(() => import('./untimed-list')).then((module) => module.UntimedList), {
  ssr: false,
})

type Props = {
  conference: { slug: string; name: string; timeZone: string }
  plan: PlanDay[]
  /** The one shown. */
  day: string | undefined
  onDay: (day: string) => void
  conflicts: PlanConflict[]
  parts: AgendaParts
  ways: ReadonlyMap<string, PassageFrom>
  zone: Zone
  now: Date | null
  noteOf: (session: AgendaSession) => string | undefined
  roomOf: (session: AgendaSession) => RoomNote | undefined
  onOpen: (opened: OpenedDialog) => void
  onRank: (session: AgendaSession, rank: PickRank | undefined) => void
  onSwap: (session: AgendaSession, other: AgendaSession) => void
  /** What stands beside the days. */ menu: ReactNode
}

/** The plan a day at a time, the day's timeline first; on paper all of it. */
export function PlanDays({
  conference,
  plan,
  day,
  onDay,
  conflicts,
  parts,
  ways,
  zone,
  now,
  noteOf,
  roomOf,
  onOpen,
  onRank,
  onSwap,
  menu,
}: Props) {
  const t = useTranslations('plan')
  const language = useLocale()
  const panelId = useId()
  const shown = plan.find((one) => one.day === day)
  if (!now || !shown || !day) return menu

  const { entries, untimed } = shown
  const tabs = plan.map((one) => ({
    day: one.day,
    label: sayDay(one.day, language),
    count: one.entries.length + one.untimed.length,
    conflicts: conflicts.filter((conflict) => conflict.day === one.day).length,
  }))
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1 print:hidden">
        <div className="flex items-center gap-2 max-[17rem]:flex-wrap">
          <PlanTabs tabs={tabs} current={day} panelId={panelId} onChange={onDay} />
          {menu}
        </div>
        <ZoneSwitch zone={zone} className="-mb-1 -mt-2 justify-self-start" />
        <div
          id={panelId}
          role="tabpanel"
          aria-labelledby={tabId(day)}
          tabIndex={0}
          className="grid grid-cols-[minmax(0,1fr)] gap-2"
        >
          {entries.length + untimed.length === 0 ? (
            <p className="py-4 text-muted">
              {t('emptyDay')}{' '}
              <a
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
                href={pageAddress(conference.slug, 'day', day)}
              >
                {t('openSchedule')}
              </a>
            </p>
          ) : null}
          {entries.length > 0 ? (
            <DayTimeline
              conference={conference.slug}
              day={day}
              entries={entries}
              conflicts={conflicts.filter((conflict) => conflict.day === day)}
              parts={parts}
              ways={ways}
              timeZone={zone.timeZone}
              now={now}
              isToday={presentDay(plan, now, conference.timeZone) === day}
              roomOf={roomOf}
              onOpen={(session) => onOpen({ session })}
              onBlock={(block: Block) => onOpen({ block })}
              onFree={(free) => onOpen({ free })}
              onRank={onRank}
              onSwap={onSwap}
            />
          ) : null}
          {untimed.length > 0 ? (
            <UntimedList
              conference={conference.slug}
              sessions={untimed}
              parts={parts}
              noteOf={noteOf}
              onOpen={(session) => onOpen({ session })}
              onDrop={(session) => onRank(session, undefined)}
            />
          ) : null}
        </div>
      </div>
      <PlanPrint conference={conference.name} plan={plan} parts={parts} zone={zone} />
    </>
  )
}
