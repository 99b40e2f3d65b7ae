'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { DOT } from '@/components/ui/facts'
import { useMedia } from '@/components/ui/use-media'
import { sayDay } from '@/lib/i18n/dates'
import { matchesFilter, searchSessions } from '@/lib/planning/search/search'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useNow } from '@/components/shared/use-now'
import { useRoomNotes } from '@/components/shared/use-room-notes'
import { cityOf } from '@/lib/i18n/zones'
import { BackToNow } from './day/back-to-now'
import { DayBar } from './day/day-bar'
import { SlotList } from './day/slot-list'
import { useDayTurning } from './day/use-day-turning'
import { usePlacedDay } from './day/use-placed-day'
import { countFilters, FilterChips } from './filter/filter-chips'
import { toAddress, useFilters } from './filter/use-filters'
import { FoundParts } from './found-parts'
import { SessionList } from './session-list'
import { useRowWords } from './use-row-words'
import { useDayPicks } from './use-day-picks'
import { useDescriptions } from './use-descriptions'
import { useIsPrinted } from './use-is-printed'
import { isElsewhere, useZone, ZoneNote } from '@/components/shared/zone-note'

const UndoBar = dynamic(
  () => keepTrying(() => import('@/components/shared/undo-bar')).then((module) => module.UndoBar),
  { ssr: false },
)
// A phone never needs the grid.
const ScheduleGrid = dynamic(() =>
  keepTrying(() => import('./grid/schedule-grid')).then((module) => module.ScheduleGrid),
)
const FilterSheet = dynamic(
  () => keepTrying(() => import('./filter/filter-sheet')).then((module) => module.FilterSheet),
  { ssr: false },
)

type Props = {
  /** The day's part of the agenda, as the server rendered it; the whole follows when it is needed. */
  initial: Agenda
  day: string
  days: { date: string; label: string }[]
}

/** A day of the programme: which one, what narrows it, search; a list on a phone, a grid on a wide screen. */
export function ScheduleScreen({ initial, day, days }: Props) {
  const [t, language] = [useTranslations('schedule'), useLocale()]
  const { agenda, load } = useAgenda(initial.conference.slug, initial)
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const { picks, onPick, bar } = useDayPicks(agenda)
  const words = useRowWords()
  const zone = useZone(agenda.conference.timeZone)
  // Is there room for the grid?
  const wide = useMedia('(min-width: 64rem)')
  const [{ filters, query: asked }, change] = useFilters()
  const query = useDeferredValue(asked)
  const [asGrid, setAsGrid] = useState(true)
  const [isFiltering, setFiltering] = useState(false)
  const descriptions = useDescriptions(initial.conference.slug, asked !== '')

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
  const setFilters = useCallback((next: typeof filters) => change({ filters: next }), [change])
  useDayTurning(initial.conference.slug, days, day)
  const isPrinted = useIsPrinted()
  const isGrid = wide && asGrid && !isPrinted
  useEffect(() => {
    // What is searched for is not on this day alone.
    if (query) load()
  }, [query, load])
  usePlacedDay(found ?? (isGrid ? null : shown), toAddress({ filters, query }))
  const chosen = countFilters(filters)
  const status = found
    ? t('found', { count: found.length })
    : t(shown.length < ofDay.length ? 'shown' : 'allShown', { count: shown.length, all: ofDay.length })
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
    <main id="main" className={`mx-auto max-w-7xl px-4 ${chosen > 0 ? 'has-chips' : ''}`}>
      <h1 className="sr-only">{t('title', { conference: isolated(agenda.conference.name) })}</h1>
      <DayBar
        conference={initial.conference.slug}
        days={days}
        day={day}
        heading={sayDay(day, language, 'spoken')}
        // The grid stays below the line that says it.
        status={
          isElsewhere(zone) && !isGrid ? `${status}${DOT}${t('timesIn', { zone: cityOf(zone.timeZone) })}` : status
        }
        query={asked}
        onSearch={(next) => change({ query: next })}
        onNeedWhole={load}
        chosen={chosen}
        onFilter={() => setFiltering(true)}
        tools={wide && !found ? <ViewSwitch asGrid={asGrid} onChange={setAsGrid} /> : null}
      >
        <FilterChips agenda={agenda} parts={parts} filters={filters} onChange={setFilters} />
      </DayBar>
      <ZoneNote zone={zone} />
      {found ? (
        <>
          <FoundParts agenda={agenda} sought={query} />
          <SessionList {...card} sessions={found} days={days} sought={query} empty={t('nothingFound')} />
        </>
      ) : shown.length === 0 ? (
        <p className="py-8 text-center text-muted">{t('nothingShown')}</p>
      ) : isGrid ? (
        <ScheduleGrid {...card} sessions={shown} agenda={agenda} />
      ) : (
        <SlotList {...card} sessions={shown} day={day} zone={zone.conferences} />
      )}
      {found || isGrid || bar ? null : <BackToNow listed={shown} />}
      {isFiltering ? (
        <FilterSheet
          sessions={ofDay}
          parts={parts}
          filters={filters}
          shown={(found ?? shown).length}
          hidden={ofDay.filter(({ id }) => picks.get(id) === 'hidden').length}
          onChange={setFilters}
          onClose={() => setFiltering(false)}
        />
      ) : null}
      {bar ? <UndoBar {...bar} /> : null}
    </main>
  )
}

function ViewSwitch({ asGrid, onChange }: { asGrid: boolean; onChange: (asGrid: boolean) => void }) {
  const t = useTranslations('schedule')
  return (
    <div role="group" aria-label={t('view')} className="inline-flex shrink-0 rounded-full bg-sunken">
      {[true, false].map((grid) => (
        <button
          key={String(grid)}
          type="button"
          aria-pressed={asGrid === grid}
          onClick={() => onChange(grid)}
          className="min-h-11 rounded-full px-4 text-sm font-medium aria-pressed:bg-ink aria-pressed:text-ground"
        >
          {grid ? t('asGrid') : t('asList')}
        </button>
      ))}
    </div>
  )
}
