import type { SessionKind } from '@/lib/program/session-kinds'
import type { Adapter, ImportFile, Inspection, Parsed, ParseOptions } from '../reading/adapter'
import { cancelledTitle } from '../reading/cancelled-title'
import { colocatedName } from '../reading/colocated-name'
import { decodeText } from '../reading/encoding'
import { plainLine } from '../reading/plain-text'
import type { ProgramDraft } from '../reading/program-draft'
import { sessionKind } from '../reading/session-kind'
import { titleFlags } from '../reading/title-flags'
import { venueSuffix } from '../reading/venue-suffix'
import { partsOfFile } from './calendar'
import { readCalendarFiles, type CalendarOfFile } from './calendar-files'
import type { CalendarEvent } from './event'
import { headerOf } from './header'
import type { IcsParts } from './lines'
import { linksOf } from './links'
import { peopleOf } from './people'
import { addEvents, type EventMeaning } from './sessions'
import { zoneNamed } from './zones'

/**
 * Any calendar (iCalendar, RFC 5545, and vCalendar 1.0 as far as it goes): each VEVENT is a session at each of its
 * times. UID is the identity; LOCATION is the room, the first of CATEGORIES the track. Of several files the first names
 * the source.
 */
export const ics: Adapter = {
  format: 'ics',
  recognises: (files) => files.length > 0 && files.every(isCalendar),
  inspect: (files) => inspectParts(partsOfFile(files[0])),
  parse: (files, options): Parsed => {
    const { program, ...told } = readCalendarFiles(files, options, (draft, calendar) =>
      addCalendar(draft, calendar, options),
    )
    const { title, siteKey } = inspectParts(partsOfFile(files[0]))
    return { program: { ...program, title, siteKey }, ...told }
  },
}

/** Far enough for whatever stands before a calendar, and its own properties before its first component. */
const LOOKED_AT = 100_000

function isCalendar({ bytes }: ImportFile): boolean {
  const { text } = decodeText(bytes.subarray(0, LOOKED_AT))
  return (
    !/^\s*[{[<]/.test(text) &&
    /^[ \t]*BEGIN:[ \t]*V(?:CALENDAR|EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE)[ \t]*$/im.test(text.replace(/\r\n?/g, '\n'))
  )
}

function inspectParts(parts: IcsParts): Inspection {
  const [name, key] = [headerOf(parts, 'X-WR-CALNAME', 'NAME'), headerOf(parts, 'X-WR-RELCALID')]
  return { title: publicLine(name), siteKey: publicLine(key), timeZone: zoneOf(parts) }
}

/** Somebody's own calendar is called by their address. */
function publicLine(text: string): string | null {
  const line = plainLine(text)
  return line && !/\S@\S/.test(line) ? line : null
}

/** The zone that the file names; UTC says how its times are written, not where they are. */
function zoneOf(parts: IcsParts): string | null {
  const named = zoneNamed(headerOf(parts, 'X-WR-TIMEZONE').trim())
  if (named !== null && isSomewhere(named)) return named
  const zones = new Set(
    parts.events.flatMap(({ lines }) => lines.flatMap(({ text }) => startZone.exec(text)?.[1] ?? [])),
  )
  const [only = null] = zones.size === 1 ? [...zones].map(zoneNamed) : []
  return only !== null && isSomewhere(only) ? only : null
}

const startZone = /^DTSTART;(?:[^:"]*;)?TZID="?([^:;"]+)/i

function isSomewhere(zone: string): boolean {
  return !/^(?:Etc\/|UTC|GMT|UCT|Zulu|Universal)/i.test(zone)
}

function addCalendar(
  draft: ProgramDraft,
  { file, parts, events: read }: CalendarOfFile,
  options: ParseOptions,
): Map<string, string> {
  const events = read.map(withoutPrivate)
  const others = [...parts.others].map(([component, count]) => `${component}: ${count}`).join(', ')
  if (parts.events.length === 0 && others) draft.addProblem('error', file.name, 'no-events-but', others)
  else if (events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  const places = new Set(events.map((event) => event.place).filter(Boolean))
  // What one place alone ends with is not the venue's, but its own.
  const suffix = places.size > 1 ? venueSuffix([...places]) : ''
  return addEvents(draft, events, { ...options, suffix }, meaningOf(parts))
}

/** People write addresses of mail and of meetings where a title or a room should be: the web's become the link. */
function withoutPrivate(event: CalendarEvent): CalendarEvent {
  const [online = null] = /^https?:\/\/\S+$/i.exec(event.place) ?? []
  return {
    ...event,
    summary: withoutMail(event.summary) || event.summary,
    // Google hides what is cancelled: many write it before the title instead, or as well.
    cancelled: event.cancelled || cancelledTitle(event.summary).isCancelled,
    place: online === null ? withoutMail(event.place) : '',
    url: event.url ?? online,
  }
}

function withoutMail(text: string): string {
  return text.includes('@') ? plainLine(text.replace(/<?[^\s<>@]{1,100}@[^\s<>@]{1,100}\.[a-z]{2,24}>?/gi, '')) : text
}

function meaningOf(parts: IcsParts): (event: CalendarEvent) => EventMeaning {
  const isPretalx = /\/\/pretalx\/\//i.test(headerOf(parts, 'PRODID'))
  const separator = headerOf(parts, 'VERSION').trim() === '1.0' ? /\s*;\s*/ : null
  return (event) => {
    const categories = separator ? event.categories.flatMap((list) => list.split(separator)) : event.categories
    const { title: unflagged, names } = peopleOf(event, isPretalx)
    const { title, flags } = titleFlags(cancelledTitle(unflagged).title)
    const kind = kindOf(title, categories, names.length > 0)
    return {
      ...linksOf(event),
      title,
      flags,
      kind,
      track: categories[0] ?? null,
      colocated: kind === 'container' ? colocatedName(title) : null,
      speakers: names.map((name) => ({ name })),
    }
  }
}

/** By the first category that says more than that it is a talk. */
function kindOf(title: string, categories: string[], hasSpeakers: boolean): SessionKind {
  const groups = categories.length > 0 ? categories.slice(0, 10) : [null]
  const kinds = groups.map((category) => sessionKind({ title, category, hasSpeakers }))
  return kinds.find((kind) => kind !== 'talk') ?? 'talk'
}
