import ical, {
  foldLines,
  formatDate,
  ICalCategory,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import { HOUR_MS } from '@/lib/platform/time'
import { calendarLine, calendarText, cleanUri, escapeText } from './calendar-text'

/** A calendar as subscribers get it, before RFC 5545. Texts are raw: whatever they hold, they stay texts. */
export type Calendar = {
  instanceId: string
  name: string
  description: string
  timeZone: string
  /**
   * Its own address and the page it belongs to. Absent for a feed at a secret address: what is shared must not hold the
   * secret.
   */
  published?: { feedUrl: string; pageUrl: string }
  /** Does what is in it make its subscriber busy, but for what is cancelled? */
  busy: boolean
  /** When anything in it last changed, also what is no longer in it. */
  revisedAt: Date
  /** One at least (RFC 5545 §3.6). */
  entries: CalendarEntry[]
}

export type CalendarEntry = {
  /** Permanent; `<id>@<instanceId>.hallway` is the event's UID. */
  id: string
  /** Only grows. */
  sequence: number
  status: 'confirmed' | 'tentative' | 'cancelled'
  title: string
  /** Its day, "YYYY-MM-DD": all that is known where it has no start. */
  dayOn: string
  startAt: Date | null
  /**
   * Null, or not after the start: the event has no DTEND and lasts, as RFC 5545 §3.6.1 says, no time at all; an
   * invented end would be believed.
   */
  endAt: Date | null
  createdAt: Date | null
  updatedAt: Date
  location: string
  description: string
  category: string | null
  url: string | null
  /** Personal time: others who see this calendar learn nothing of it. */
  secret: boolean
}

const REFRESH_SECONDS = HOUR_MS / 1000
const SCALE = 'CALSCALE:GREGORIAN\r\n'

/**
 * The calendar's bytes (RFC 5545 and 7986): times in UTC, no METHOD, lines of at most 75 octets. Entries stand in the
 * order given; the same calendar gives the same text whatever the clock and the zone of this machine.
 */
export function writeCalendar(calendar: Calendar): string {
  const name = escapeText(calendarLine(calendar.name))
  const description = escapeText(calendarText(calendar.description))
  const file = ical({ prodId: '//Hallway//Hallway//EN', scale: 'gregorian', name, description, ttl: REFRESH_SECONDS })
  if (calendar.published) file.source(cleanUri(calendar.published.feedUrl)).url(cleanUri(calendar.published.pageUrl))
  for (const entry of calendar.entries) file.createEvent(eventOf(entry, calendar))
  return `${withCalendarProperties(file.toString(), calendar, description)}\r\n`
}

function eventOf(entry: CalendarEntry, calendar: Calendar): ICalEventData {
  return {
    id: uidOf(entry.id, calendar),
    sequence: entry.sequence,
    // Without METHOD it means "last revised" (RFC 5545 §3.8.7.2); the library's default is the present moment.
    stamp: entry.updatedAt,
    lastModified: entry.updatedAt,
    created: entry.createdAt,
    ...timesOf(entry),
    summary: calendarLine(entry.title),
    location: calendarLine(entry.location) || null,
    description: calendarText(entry.description) || null,
    categories: entry.category ? [new ICalCategory({ name: calendarLine(entry.category) })] : [],
    url: entry.url ? cleanUri(entry.url) : null,
    status: statuses[entry.status],
    transparency: takesTime(entry, calendar) ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    class: entry.secret ? ICalEventClass.PRIVATE : null,
  }
}

function timesOf({ dayOn, startAt, endAt }: CalendarEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (!startAt) return { start: `${dayOn}T00:00:00Z`, allDay: true }
  return { start: startAt, end: endAt && endAt > startAt ? endAt : null }
}

/**
 * Nobody is busy with what does not take place: calendars keep cancelled entries in sight (RFC 5545 §3.8.2.7). Nor all
 * day with what has no time yet.
 */
function takesTime({ status, startAt }: CalendarEntry, { busy }: Calendar): boolean {
  return busy && status !== 'cancelled' && startAt !== null
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

// The library knows no LAST-MODIFIED or DESCRIPTION of a calendar, puts its X- properties after the events, where
// RFC 5545 has no place for them, and with its `timezone` writes this machine's wall time. A calendar has no UID: RFC
// 7986 allows one, but vdirsyncer takes the first of a file for every event's and keeps one event of them all.
function withCalendarProperties(text: string, calendar: Calendar, description: string): string {
  const lines = [
    `LAST-MODIFIED:${formatDate(null, calendar.revisedAt)}`,
    ...(description ? [`DESCRIPTION:${description}`] : []),
    `X-WR-TIMEZONE:${escapeText(calendarLine(calendar.timeZone))}`,
  ]
  return text.replace(SCALE, () => `${SCALE}${foldLines(lines.join('\r\n'))}\r\n`)
}

function uidOf(id: string, { instanceId }: Calendar): string {
  return `${id}@${instanceId}.hallway`
}
