import { MINUTE_MS, timeOf } from '@/lib/platform/time'
import { assignLanes, type Placed } from './lanes'

/** What is shorter is drawn as long as this, so that a finger can hit it. */
const SHORTEST_MINUTES = 20
/**
 * A longer time with nothing of mine is folded to half an hour: a lunch, an evening or a free morning would push the
 * rest off the screen.
 */
const LONGEST_GAP_MINUTES = 60
const FOLDED_MINUTES = 30
const TICK_MS = 15 * MINUTE_MS

/** Milliseconds since 1970. */
type Span = { start: number; end: number }

/** A stretch of the timeline; `top` and `length` are drawn minutes, which are minutes but for what is folded. */
type Section = Span & { top: number; length: number; free: boolean }

/** A free time, where it is drawn: beside what is drawn at that time and takes none. */
type Gap = Placed<Span> & { top: number; length: number }

export type Timeline<T> = {
  /** In drawn minutes. */
  length: number
  /** In order of start, what overlaps in lanes side by side. */
  drawn: (Placed<T> & { top: number; length: number })[]
  /** The times in between in which I am free, as they are: what is drawn longer than it lasts takes no more time. */
  gaps: Gap[]
  /** Where an instant (milliseconds since 1970) is drawn, in drawn minutes; null: before or after all of it. */
  topOf: (instant: number) => number | null
  /** Full hours on the clocks of a zone, but for those in folded gaps. */
  hours: (timeZone: string) => number[]
}

/**
 * Draws a day to scale, from its first entry to the end of its last. Lengths are of real time: a change of clocks makes
 * no hour longer or shorter.
 * @param takesTime whether I am not free during an entry
 */
export function drawTimeline<T extends Span>(
  entries: readonly T[],
  takesTime: (entry: T) => boolean = () => true,
): Timeline<T> {
  const sections = sectionsOf(entries.map(tappable))
  const topOf = (instant: number) => {
    const section = sections.find(({ start, end }) => start <= instant && instant <= end)
    return section ? section.top + ((instant - section.start) / (section.end - section.start)) * section.length : null
  }
  const free = freeTimes(entries, takesTime)
  const rows = [
    ...entries.map((entry) => ({ entry, free: null, box: tappable(entry) })),
    ...free.map(({ span, box }) => ({ entry: null, free: span, box })),
  ]
  const placed = assignLanes(rows, ({ box }) => box).map(({ item, lane, lanes }) => {
    const top = topOf(item.box.start) ?? 0
    return { ...item, lane, lanes, top, length: (topOf(item.box.end) ?? top) - top }
  })
  const last = sections.at(-1)
  return {
    length: last ? last.top + last.length : 0,
    drawn: placed.flatMap(({ entry, lane, lanes, top, length }) =>
      entry ? [{ item: entry, lane, lanes, top, length }] : [],
    ),
    gaps: placed.flatMap(({ free, lane, lanes, top, length }) =>
      free ? [{ item: free, lane, lanes, top, length }] : [],
    ),
    topOf,
    hours: (timeZone) => hoursIn(sections, timeZone),
  }
}

/**
 * The times of the day in which I am free, and where there is room to draw them: below what is drawn longer than it
 * lasts.
 */
function freeTimes<T extends Span>(
  entries: readonly T[],
  takesTime: (entry: T) => boolean,
): { span: Span; box: Span }[] {
  const dayEnd = Math.max(...entries.map(({ end }) => end))
  // From where on I am free, and from where on there is room.
  let since = Math.min(...entries.map(({ start }) => start))
  let below = since
  const found: { span: Span; box: Span }[] = []
  const add = (until: number) => {
    if (until > below) found.push({ span: { start: since, end: until }, box: { start: below, end: until } })
  }
  for (const entry of entries.filter(takesTime).sort((a, b) => a.start - b.start)) {
    add(entry.start)
    since = Math.max(since, entry.end)
    below = Math.max(below, tappable(entry).end)
  }
  add(dayEnd)
  return found
}

function tappable({ start, end }: Span): Span {
  return { start, end: Math.max(end, start + SHORTEST_MINUTES * MINUTE_MS) }
}

/** What is taken and what is free, in turn. */
function sectionsOf(spans: Span[]): Section[] {
  const sections: Section[] = []
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const last = sections.at(-1)
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.length = (last.end - last.start) / MINUTE_MS
    } else {
      const gap = last && gapAfter(last, start)
      sections.push(...(gap ? [gap] : []), {
        start,
        end,
        top: gap ? gap.top + gap.length : 0,
        length: (end - start) / MINUTE_MS,
        free: false,
      })
    }
  }
  return sections
}

function gapAfter({ end, top, length }: Section, until: number): Section {
  const minutes = (until - end) / MINUTE_MS
  return {
    start: end,
    end: until,
    top: top + length,
    length: minutes > LONGEST_GAP_MINUTES ? FOLDED_MINUTES : minutes,
    free: true,
  }
}

function hoursIn(sections: Section[], timeZone: string): number[] {
  const toScale = sections.filter(({ start, end, length }) => length * MINUTE_MS === end - start)
  // Zones are a quarter of an hour apart at least, and some change their clocks by half an hour.
  const instants = toScale.flatMap(({ start, end }) => {
    const first = Math.ceil(start / TICK_MS) * TICK_MS
    return Array.from(
      { length: Math.max(0, Math.floor((end - first) / TICK_MS) + 1) },
      (_, index) => first + index * TICK_MS,
    )
  })
  return [...new Set(instants)].filter((instant) => timeOf(new Date(instant), timeZone).endsWith(':00'))
}
