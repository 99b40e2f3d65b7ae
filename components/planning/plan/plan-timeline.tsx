import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { Facts } from '@/components/ui/facts'
import { sayClock, sayWhen, spanWords } from '@/lib/i18n/dates'
import { roomNames, type AgendaParts } from '@/lib/program/agenda-parts'
import type { AgendaSession } from '@/lib/program/agenda'
import type { PassageFrom } from '@/lib/planning/passages'
import { takesTime, type PlanEntry } from '@/lib/planning/plan'
import type { Block } from '@/lib/planning/schema'
import { drawTimeline, type Timeline } from '@/lib/planning/timeline'
import { pageAddress } from '@/lib/program/addresses'
import { TimelineEntry } from './timeline-entry'

/** In rem, so that it grows with the text: a talk of 25 minutes has room for three lines. */
const REM_PER_MINUTE = 0.15
/** A free time that is drawn shorter has no room for a button. */
const SHORTEST_FREE_MINUTES = 20

export type TimelineProps = {
  conference: string
  /** Which stands above it. */
  day: string
  entries: PlanEntry[]
  parts: AgendaParts
  ways: ReadonlyMap<string, PassageFrom>
  timeZone: string
  /** The present moment, where it belongs to this day. */
  now: Date | null
  noteOf: (session: AgendaSession) => string | undefined
  roomOf: (session: AgendaSession) => RoomNote | undefined
  onOpen: (session: AgendaSession) => void
  onBlock: (block: Block) => void
  onFree: (span: { start: number; end: number }) => void
}

/**
 * A day of my plan drawn to scale, time down, overlaps side by side: sessions of all co-located events, my own times,
 * ways between them, and the present moment. In the page's order it is a list in order of time, free times included, so
 * that it reads as one.
 */
export function PlanTimeline({
  conference,
  day,
  entries,
  parts,
  ways,
  timeZone,
  now,
  noteOf,
  roomOf,
  onOpen,
  onBlock,
  onFree,
}: TimelineProps) {
  const [t, ofSession, language] = [useTranslations('plan'), useTranslations('session'), useLocale()]
  const saying = { timeZone, language, under: day }
  const timeline = useMemo(() => drawTimeline(entries, takesTime), [entries])
  const present = now && timeline.topOf(now.getTime())
  const items = [
    ...timeline.drawn.map((drawn) => ({ at: drawn.item.start, row: entry(drawn) })),
    ...timeline.gaps
      .filter(({ length }) => length >= SHORTEST_FREE_MINUTES)
      .map((gap) => ({ at: gap.item.start, row: free(gap) })),
  ]
  return (
    <div className="relative my-3" style={{ height: rem(timeline.length) }}>
      {timeline.hours(timeZone).map((hour) => (
        <div
          key={hour}
          aria-hidden="true"
          className="absolute inset-x-0 border-t border-line"
          style={{ top: rem(timeline.topOf(hour) ?? 0) }}
        >
          <span className="absolute left-0 -translate-y-1/2 bg-ground pr-1 text-xs tabular-nums text-muted">
            {sayWhen({ startAt: hour }, saying)}
          </span>
        </div>
      ))}
      {timeline.drawn.map(({ item, top }) => ('session' in item ? walk(item.session.id, top) : null))}
      <ol className="absolute inset-y-0 left-12 right-0">{items.sort((a, b) => a.at - b.at).map(({ row }) => row)}</ol>
      {present === null ? null : (
        <p
          className="pointer-events-none absolute inset-x-0 z-10 border-t-2 border-danger"
          style={{ top: rem(present) }}
        >
          <span
            className={
              'absolute left-0 -translate-y-1/2 rounded bg-danger px-1 ' +
              'text-xs font-semibold tabular-nums text-ground'
            }
          >
            <span className="sr-only">{t('nowTitle')} </span>
            {sayClock(now ?? new Date(0), timeZone)}
          </span>
        </p>
      )}
    </div>
  )

  function entry(drawn: Timeline<PlanEntry>['drawn'][number]) {
    const { item, length } = drawn
    const box = boxOf(drawn)
    const short = length < 40
    if ('placed' in item) {
      const { block, startAt, endAt } = item.placed
      const facts = [sayWhen({ startAt, endAt }, saying), block.daily ? t('block.everyDay') : t('block.mine')]
      return (
        <TimelineEntry
          key={block.id}
          look="block"
          title={block.title}
          facts={<Facts of={facts} />}
          short={short}
          box={box}
          onOpen={() => onBlock(block)}
        />
      )
    }
    const { session, rank } = item
    const isCancelled = session.status === 'cancelled'
    const track = parts.tracks.get(session.track ?? '')
    const facts = [
      // First: an entry of a few minutes has room for little more.
      isCancelled && ofSession('cancelled'),
      sayWhen(session, saying),
      roomNames(session, parts),
      track?.name ?? parts.colocatedEvents.get(session.colocated ?? '')?.name,
    ]
    return (
      <TimelineEntry
        key={session.id}
        look={isCancelled ? 'cancelled' : rank}
        color={track?.color}
        title={session.title}
        language={session.language}
        href={pageAddress(conference, 'session', session.slug)}
        facts={<Facts of={facts} />}
        note={noteOf(session)}
        room={isCancelled ? undefined : roomOf(session)}
        short={short}
        box={box}
        onOpen={() => onOpen(session)}
      />
    )
  }

  function free(gap: Timeline<PlanEntry>['gaps'][number]) {
    const { start, end } = gap.item
    return (
      <li key={start} className="absolute flex items-center" style={boxOf(gap)}>
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => onFree({ start, end })}
          className={
            'flex min-h-11 w-full items-center justify-between gap-2 rounded-lg px-3 text-left text-sm text-muted ' +
            'hover:bg-sunken'
          }
        >
          <span className="tabular-nums">{t('free', spanWords({ start, end }, saying))}</span>
          <span className="text-accent underline underline-offset-4">{t('whatIsOn')}</span>
        </button>
      </li>
    )
  }

  /** The time on foot before a session, as a bar beside it: from when to leave to its beginning. */
  function walk(sessionId: string, top: number) {
    const way = ways.get(sessionId)
    const from = way ? timeline.topOf(way.leaveAt) : null
    if (!way || from === null) return null
    return (
      <div
        key={sessionId}
        aria-hidden="true"
        className={`absolute left-10 w-1 rounded ${way.slackMinutes < 0 ? 'bg-danger' : 'bg-muted'}`}
        style={{ top: rem(from), height: rem(top - from) }}
      />
    )
  }
}

function boxOf({ lane, lanes, top, length }: Timeline<PlanEntry>['gaps' | 'drawn'][number]) {
  return { top: rem(top), height: rem(length), left: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%` }
}

function rem(minutes: number): string {
  return `${minutes * REM_PER_MINUTE}rem`
}
