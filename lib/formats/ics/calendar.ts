import { onceFor } from '@/lib/platform/once-for'
import { dateOn, instantOf } from '@/lib/platform/time'
import type { ImportFile } from '../reading/adapter'
import { decodeText } from '../reading/encoding'
import type { ProgramDraft } from '../reading/program-draft'
import { readEvent, type CalendarEvent } from './event'
import { splitIcs, type IcsEvent, type IcsParts } from './lines'
import { keyOf, momentOf, type EventReader } from './moment'
import { readProperty } from './property'
import { LONGEST_CONFERENCE_MS } from './repeats'
import { clocksOf, remembering } from './zones'

/** Calendars are UTF-8; one that an old program saved is made so. Taken apart once for each file. */
export function partsOfFile(file: ImportFile | undefined): IcsParts {
  return file ? split(file) : splitIcs(new Uint8Array())
}

const split = onceFor((file: ImportFile) => splitIcs(utf8Of(file)))

function utf8Of(file: ImportFile): Uint8Array {
  // Letters that are folded in their middle look like another encoding's.
  const unfolded = Buffer.from(file.bytes)
    .toString('latin1')
    .replace(/(?:\r\n?|\n)[ \t]/g, '')
  const { encoding } = decodeText(Buffer.from(unfolded, 'latin1'))
  return encoding === 'UTF-8' ? file.bytes : new TextEncoder().encode(decodeText(file.bytes).text)
}

/**
 * Reads the events of one file at all their times, as they are meant in the end: of several versions the highest, and
 * of a repeated event the times that stand by themselves. With a problem for each thing that cannot be read.
 * @param timeZone of times that name none
 */
export function readCalendar(
  draft: ProgramDraft,
  parts: IcsParts,
  { pathOf, timeZone }: { pathOf: (path: string) => string; timeZone: string },
): CalendarEvent[] {
  for (const { severity, path, code, detail } of parts.problems) draft.addProblem(severity, pathOf(path), code, detail)
  const reader: EventReader = {
    pathOf: (line) => pathOf(`line ${line}`),
    clocks: remembering((wall) => instantOf(wall, timeZone)),
    clocksOf: clocksOf(parts.zones),
    lastOn: '',
    addProblem: draft.addProblem,
  }
  const bounded = { ...reader, lastOn: lastDayOf(parts.events, reader, timeZone) }
  const isCalledOff = calledOff()
  const read = parts.events.flatMap((event) =>
    readEvent(event, bounded).map((time) => ({ ...time, cancelled: time.cancelled || isCalledOff(event) })),
  )
  const events = withoutReplaced(withoutOlder(read, draft), timeZone)
  for (const { path, summary } of events)
    if (summary.includes('\ufffd')) draft.addProblem('warning', path, 'characters-unreadable', summary)
  return events
}

/**
 * The last day on which events begin, or one that does not repeat goes on: "" where none repeats. It is the end of a
 * conference of which some events repeat without one.
 */
function lastDayOf(events: IcsEvent[], reader: EventReader, timeZone: string): string {
  if (!events.some(repeats)) return ''
  const last = events.reduce((latest, event) => Math.max(latest, lastMsOf(event, reader)), 0)
  return dateOn(new Date(last), timeZone)
}

function lastMsOf(event: IcsEvent, reader: EventReader): number {
  const [start, end] = ['DTSTART', 'DTEND'].map((name) => {
    const line = event.lines.find(({ text }) => text.slice(0, name.length).toUpperCase() === name)
    const moment = line && momentOf(readProperty(line.text) ?? undefined, reader)
    return moment ? (moment.at?.getTime() ?? Date.parse(moment.on ?? '')) : Number.NaN
  })
  if (start === undefined || end === undefined || Number.isNaN(start)) return 0
  return !repeats(event) && end > start && end - start <= LONGEST_CONFERENCE_MS ? end - 1 : start
}

function repeats({ lines }: IcsEvent): boolean {
  return lines.some(({ text }) => /^RRULE[;:]/i.test(text))
}

/** Whether an event stands in a calendar that was sent to call its events off (RFC 5546). */
function calledOff(): (event: IcsEvent) => boolean {
  const known = new Map<IcsEvent['header'], boolean>()
  return ({ header }) => {
    const is = known.get(header) ?? header.some(({ text }) => /^METHOD:\s*CANCEL\s*$/i.test(text))
    known.set(header, is)
    return is
  }
}

/** Of several versions of one event, or of one of its times, the one with the highest SEQUENCE. */
function withoutOlder(events: CalendarEvent[], draft: ProgramDraft): CalendarEvent[] {
  const highest = new Map<string, number>()
  const keyOfEvent = ({ uid, insteadOf }: CalendarEvent) => `${uid} ${insteadOf ? keyOf(insteadOf) : ''}`
  for (const event of events)
    highest.set(keyOfEvent(event), Math.max(event.sequence, highest.get(keyOfEvent(event)) ?? event.sequence))
  const isOlder = (event: CalendarEvent) =>
    event.uid !== null && event.sequence < (highest.get(keyOfEvent(event)) ?? event.sequence)
  const older = new Map(events.filter(isOlder).map(({ path, summary }) => [path, summary]))
  for (const [path, summary] of older) draft.addProblem('info', path, 'older-version', summary)
  return events.filter((event) => !isOlder(event))
}

/** One time of a repeated event that stands in the file by itself takes that time's place. */
function withoutReplaced(events: CalendarEvent[], timeZone: string): CalendarEvent[] {
  const replaced = new Set(events.flatMap(({ uid, insteadOf }) => (insteadOf ? [`${uid} ${keyOf(insteadOf)}`] : [])))
  if (replaced.size === 0) return events
  return events.filter(({ uid, insteadOf, startAt, dateOn: day }) => {
    const keys = startAt ? [startAt.toISOString(), dateOn(startAt, timeZone)] : [day ?? '']
    return insteadOf !== null || !keys.some((key) => replaced.has(`${uid} ${key}`))
  })
}
