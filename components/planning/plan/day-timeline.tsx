import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { lengthOf, sayClock, sayLength, sayWhen, spanWords } from '@/lib/i18n/dates'
import type { PlanConflict } from '@/lib/planning/conflict-options'
import { dayRows, type DayRow } from '@/lib/planning/day-rows'
import type { PassageFrom } from '@/lib/planning/passages'
import { departureOf } from '@/lib/planning/walking'
import { isolated } from '@/lib/platform/bidi'
import { OwnTimeEntry, SessionEntry } from './timeline-entries'
import type { TimelineProps } from './timeline-props'

/**
 * A day of my plan, time down: what I go to as blocks that are the higher the longer they last, the ways and the free
 * times between them, and what cannot be done, where it is. It reads as the list that it is, at any width.
 */
export function DayTimeline(props: TimelineProps) {
  const { entries, ways, conflicts, now, isToday, timeZone, day, roomOf, onFree } = props
  const [t, language] = [useTranslations('plan'), useLocale()]
  const saying = { timeZone, language, under: day }
  const rows = useMemo(
    () => dayRows(entries, { ways, conflicts, now: isToday ? now.getTime() : null }),
    [entries, ways, conflicts, isToday, now],
  )
  return <ol className="grid grid-cols-[minmax(0,1fr)] gap-1.5">{rows.map(lineOf)}</ol>

  function lineOf(row: DayRow) {
    switch (row.kind) {
      case 'entry':
        return 'placed' in row.entry ? (
          <OwnTimeEntry key={row.entry.placed.block.id} {...props} placed={row.entry.placed} />
        ) : (
          <SessionEntry
            key={row.entry.session.id}
            {...props}
            entry={row.entry}
            planBs={row.planBs}
            conflicts={row.conflicts}
          />
        )
      case 'free':
        return (
          <li key={`free ${row.start}`} className="pl-14 max-[17rem]:pl-0">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => onFree({ start: row.start, end: row.end })}
              className={
                'flex min-h-11 w-full flex-wrap items-center justify-between gap-x-2 rounded-lg px-3 text-left ' +
                'text-sm text-muted hover:bg-sunken'
              }
            >
              <span className="tabular-nums">{t('free', spanWords(row, saying))}</span>
              <span className="text-accent underline underline-offset-4 print:hidden">{t('whatIsOn')}</span>
            </button>
          </li>
        )
      case 'walk':
        return row.start <= now.getTime() ? null : (
          <li key={`walk ${row.start}`} className="pl-14 max-[17rem]:pl-0 text-sm text-muted tabular-nums">
            <p className="border-l-2 border-dotted border-edge py-1 pl-3">{sayWay(row.way)}</p>
          </li>
        )
      case 'conflict':
        return (
          <li key={keyOf(row.conflict)} className="pl-14 max-[17rem]:pl-0 text-sm text-warning">
            <p className="border-l-4 border-warning py-1 pl-3">
              <strong className="font-semibold">{sayConflict(row.conflict)}</strong>
              {row.conflict.sides.length === 2
                ? ` · ${row.conflict.sides.map(({ session }) => isolated(session.title)).join(' / ')}`
                : null}
            </p>
          </li>
        )
      case 'now':
        return (
          <li key="now" className="flex items-center gap-2 text-xs font-semibold tabular-nums text-accent">
            <span className="sr-only">{t('nowTitle')} </span>
            {sayClock(now, timeZone)}
            <span aria-hidden="true" className="h-0.5 grow bg-accent" />
          </li>
        )
    }
  }

  function sayWay(way: PassageFrom): string {
    const to = entries.find((entry) => 'session' in entry && ways.get(entry.session.id) === way)
    const isLikelyFull = to !== undefined && 'session' in to && roomOf(to.session)?.isLikelyFull === true
    const { leaveAt, spareMinutes } = departureOf(way, isLikelyFull)
    return t('leaveBy', {
      time: sayWhen({ startAt: leaveAt }, saying),
      length: sayLength(way.walkMinutes),
      slack: spareMinutes,
      early: sayLength(spareMinutes),
    })
  }

  function sayConflict({ kind, minutes, sides, block }: PlanConflict): string {
    // They stand below it: their titles are not said again.
    if (sides.length > 2) return t('conflict.severalAtOnce', { count: sides.length, ...lengthOf(minutes) })
    return t(`conflict.${kind}`, { ...lengthOf(minutes), title: isolated(block?.title ?? '') })
  }
}

function keyOf({ kind, sides, block }: PlanConflict): string {
  return [kind, ...sides.map(({ session }) => session.id), block?.id].join(' ')
}
