'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useMedia } from '@/components/ui/use-media'
import { matchesFilter, searchSessions } from '@/lib/planning/search'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useNow } from '@/components/shared/use-now'
import { useUndoablePicks } from '@/components/shared/use-undoable-picks'
import { useRoomNotes } from '@/components/shared/use-room-notes'
import { DayTabs } from './day-tabs'
import { FilterBar } from './filter-bar'
import { SearchBox } from './search-box'
import { SessionList } from './session-list'
import { SlotList } from './slot-list'
import { useCardWords } from './use-card-words'
import { useDescriptions } from './use-descriptions'
import { useFilters } from './use-filters'
import { useZone, ZoneNote } from './zone-note'

const UndoBar = dynamic(
  () => keepTrying(() => import('@/components/shared/undo-bar')).then((module) => module.UndoBar),
  { ssr: false },
)
// A phone never needs the grid.
const ScheduleGrid = dynamic(() => keepTrying(() => import('./schedule-grid')).then((module) => module.ScheduleGrid))

type Props = {
  /** The day's part of the agenda, as the server rendered it; the whole follows when it is needed. */
  initial: Agenda
  day: string
  days: { date: string; label: string }[]
}

/** A day of the programme: tabs, filters, search; a list on a phone, a grid on a wide screen. */
export function ScheduleScreen({ initial, day, days }: Props) {
  const t = useTranslations('schedule')
  const { agenda, load } = useAgenda(initial.conference.slug, initial)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const plan = useTranslations('plan')
  const { picks, set, drop, change, bar } = useUndoablePicks(initial.conference.id)
  const words = useCardWords()
  const zone = useZone(agenda.conference.timeZone)
  // Is there room for the grid?
  const wide = useMedia('(min-width: 64rem)')
  const [filters, setFilters] = useFilters()
  const [asked, setAsked] = useState('')
  const query = useDeferredValue(asked)
  const [asGrid, setAsGrid] = useState(true)
  const descriptions = useDescriptions(initial.conference.slug, asked !== '')

  // A pick is undone where it was made; what was brought back has gone from there.
  const onPick = useCallback(
    (session: AgendaSession) => {
      const rank = picks.get(session.id)
      if (rank === 'hidden') change(plan('broughtBack', { title: isolated(session.title) }), [[session.id, undefined]])
      else if (rank) drop(session.id)
      else set(session.id, 'first')
    },
    [picks, set, drop, change, plan],
  )
  const ofDay = useMemo(() => agenda.sessions.filter((session) => session.dayOn === day), [agenda, day])
  const shown = useMemo(
    () => ofDay.filter((session) => matchesFilter(session, filters, agenda, picks)),
    [ofDay, filters, agenda, picks],
  )
  const found = useMemo(
    () =>
      query
        ? searchSessions(agenda, query, descriptions).filter((session) =>
            matchesFilter(session, filters, agenda, picks),
          )
        : null,
    [agenda, query, descriptions, filters, picks],
  )
  const roomOf = useRoomNotes(initial.conference, useNow())
  const card = {
    conference: initial.conference.slug,
    roomOf,
    parts,
    timeZone: zone.timeZone,
    words,
    picks,
    onPick,
    unfolded: filters.hidden,
  }

  return (
    <main id="main" className="mx-auto max-w-7xl px-4">
      <h1 className="sr-only">{t('title', { conference: isolated(agenda.conference.name) })}</h1>
      <div className="sticky top-0 z-10 bg-ground">
        <DayTabs conference={initial.conference.slug} days={days} current={day} name={t('days')} />
        <SearchBox value={asked} onFocus={load} onChange={setAsked} />
      </div>
      <FilterBar
        sessions={ofDay}
        parts={parts}
        hidden={ofDay.filter(({ id }) => picks.get(id) === 'hidden').length}
        filters={filters}
        onChange={setFilters}
      />
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <p role="status" className="text-sm text-muted">
          {found ? t('found', { count: found.length }) : t('shown', { count: shown.length, all: ofDay.length })}
        </p>
        <ZoneNote zone={zone} />
        {wide && !found ? <ViewSwitch asGrid={asGrid} onChange={setAsGrid} /> : null}
      </div>
      {found ? (
        <SessionList {...card} sessions={found} days={days} empty={t('nothingFound')} />
      ) : shown.length === 0 ? (
        <p className="py-8 text-center text-muted">{t('nothingShown')}</p>
      ) : wide && asGrid ? (
        <ScheduleGrid {...card} sessions={shown} agenda={agenda} />
      ) : (
        <SlotList {...card} sessions={shown} />
      )}
      {bar ? <UndoBar {...bar} /> : null}
    </main>
  )
}

function ViewSwitch({ asGrid, onChange }: { asGrid: boolean; onChange: (asGrid: boolean) => void }) {
  const t = useTranslations('schedule')
  return (
    <div role="group" aria-label={t('view')} className="inline-flex rounded-lg border border-edge">
      {[true, false].map((grid) => (
        <button
          key={String(grid)}
          type="button"
          aria-pressed={asGrid === grid}
          onClick={() => onChange(grid)}
          className="min-h-11 rounded-lg px-4 text-sm aria-pressed:bg-accent aria-pressed:text-on-accent"
        >
          {grid ? t('asGrid') : t('asList')}
        </button>
      ))}
    </div>
  )
}
