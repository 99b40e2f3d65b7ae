import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { ZoneNote, type Zone } from '@/components/schedule/zone-note'
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
import type { OpenedDialog } from './plan-dialogs'
import { PlanTabs, tabId } from './plan-tabs'
import { usePlanView, type PlanView } from './use-plan-view'

// A day is drawn in one of two ways, and most have no conflict.
const PlanTimeline = dynamic(() => keepTrying(() => import('./plan-timeline')).then((module) => module.PlanTimeline), {
  ssr: false,
})
const PlanList = dynamic(() => keepTrying(() => import('./plan-list')).then((module) => module.PlanList), {
  ssr: false,
})
const PlanConflicts = dynamic(
  () => keepTrying(() => import('./plan-conflicts')).then((module) => module.PlanConflicts),
  { ssr: false },
)

type Props = {
  conference: { slug: string; timeZone: string }
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
}

/** The plan a day at a time: what cannot be done on it, and the day as a timeline or as a list. */
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
}: Props) {
  const t = useTranslations('plan')
  const language = useLocale()
  const panelId = useId()
  const { view, setView, canDraw } = usePlanView()
  const shown = plan.find((one) => one.day === day)
  if (!now || !shown || !day) return null

  const { entries, untimed } = shown
  const ofDay = conflicts.filter((conflict) => conflict.day === day)
  const tabs = plan.map((one) => ({
    day: one.day,
    label: sayDay(one.day, language),
    conflicts: conflicts.filter((conflict) => conflict.day === one.day).length,
  }))
  const shared = {
    conference: conference.slug,
    day,
    parts,
    timeZone: zone.timeZone,
    noteOf,
    roomOf,
    onOpen: (session: AgendaSession) => onOpen({ session }),
    onBlock: (block: Block) => onOpen({ block }),
  }
  const list = (of: typeof entries | typeof untimed) => (
    <PlanList {...shared} entries={of} onDrop={(session) => onRank(session, undefined)} />
  )
  return (
    <div>
      <PlanTabs tabs={tabs} current={day} panelId={panelId} onChange={onDay} />
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={tabId(day)}
        tabIndex={0}
        className="grid grid-cols-[minmax(0,1fr)] gap-2"
      >
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <ZoneNote zone={zone} />
          {canDraw && entries.length > 0 ? <ViewSwitch view={view} onChange={setView} /> : null}
        </div>
        {ofDay.length > 0 ? (
          <PlanConflicts conflicts={ofDay} timeZone={zone.timeZone} onRank={onRank} onSwap={onSwap} />
        ) : null}
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
        {entries.length === 0 ? null : view === 'list' ? (
          list(entries)
        ) : (
          <PlanTimeline
            {...shared}
            entries={entries}
            ways={ways}
            now={presentDay(plan, now, conference.timeZone) === day ? now : null}
            onFree={(free) => onOpen({ free })}
          />
        )}
        {untimed.length > 0 ? (
          <section>
            <h2 className="py-2 text-lg font-semibold">{t('untimed')}</h2>
            {list(untimed)}
          </section>
        ) : null}
      </div>
    </div>
  )
}

function ViewSwitch({ view, onChange }: { view: PlanView; onChange: (view: PlanView) => void }) {
  const t = useTranslations('plan')
  return (
    <div role="group" aria-label={t('view.name')} className="inline-flex rounded-lg border border-edge">
      {(['timeline', 'list'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={view === one}
          onClick={() => onChange(one)}
          className="min-h-11 rounded-lg px-4 text-sm aria-pressed:bg-accent aria-pressed:text-on-accent"
        >
          {t(`view.${one}`)}
        </button>
      ))}
    </div>
  )
}
