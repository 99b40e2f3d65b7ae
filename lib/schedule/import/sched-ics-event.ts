import { z } from 'zod'
import { instantOf, isTimeZone } from '@/lib/platform/time'
import { shorten } from '@/lib/platform/clean-text'
import type { IcsEvent } from './ics-lines'
import { readProperty, type IcsProperty } from './ics-property'
import { plainLine, plainText } from './plain-text'
import type { ProgramDraft } from './program-draft'

/** A VEVENT of sched.com with its texts made plain; what its SUMMARY and LOCATION mean is decided over the whole file. */
export type SchedEvent = {
  path: string
  uid: string | null
  summary: string
  description: string | null
  category: string | null
  place: string
  /** Date of an event without a time; else null. */
  dateOn: string | null
  startAt: Date | null
  endAt: Date | null
  url: string | null
  cancelled: boolean
}

/** More than anything that is kept, and little enough to look for people and places in. */
const LONGEST = 1_000

type Moment = { at: Date; on: null } | { at: null; on: string }

/**
 * Reads one event; null, with a problem, when it has no title or no usable start. DTSTAMP and SEQUENCE tell nothing in this format.
 * @param timeZone for times without "Z" and without a known TZID
 */
export function readEvent({ line, lines }: IcsEvent, pathOf: (line: number) => string, timeZone: string, addProblem: ProgramDraft['addProblem']): SchedEvent | null {
  const path = pathOf(line)
  const properties = new Map<string, IcsProperty>()
  for (const { number, text } of lines) {
    const property = readProperty(text)
    if (!property) addProblem('warning', pathOf(number), 'unreadable-line', text)
    else if (!properties.has(property.name)) properties.set(property.name, property)
  }
  const textOf = (name: string) => properties.get(name)?.values.join(', ') ?? ''

  const summary = shorten(plainLine(textOf('summary')), LONGEST)
  const start = momentOf(properties.get('dtstart'), timeZone)
  const end = momentOf(properties.get('dtend'), timeZone)
  if (!summary) addProblem('error', path, 'title-missing', textOf('uid'))
  else if (!start) addProblem('error', path, 'start-missing', summary)
  else if (properties.has('dtend') && !end) addProblem('warning', path, 'time-unreadable', summary)
  if (!summary || !start) return null

  return {
    path,
    uid: plainLine(textOf('uid')) || null,
    summary,
    description: plainText(textOf('description')),
    category: plainLine(textOf('categories')) || null,
    place: shorten(plainLine(textOf('location')), LONGEST),
    dateOn: start.on,
    startAt: start.at,
    endAt: end?.at ?? null,
    url: textOf('url').trim() || null,
    cancelled: /^cancelled$/i.test(textOf('status')),
  }
}

function momentOf(property: IcsProperty | undefined, timeZone: string): Moment | null {
  const [value = ''] = property?.values ?? []
  if (z.iso.date().safeParse(value).success) return { at: null, on: value }
  if (z.iso.datetime().safeParse(value).success) return { at: new Date(value), on: null }
  if (!z.iso.datetime({ local: true }).safeParse(value).success) return null
  const zone = property?.parameters.tzid
  const at = instantOf(value, typeof zone === 'string' && isTimeZone(zone) ? zone : timeZone)
  return at && { at, on: null }
}
