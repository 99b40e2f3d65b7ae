import { z } from 'zod'
import type { Problem } from '@/lib/platform/errors'
import { instantOf, isTimeZone } from '@/lib/platform/time'
import { limits } from '../program'
import { shorten } from './clean-text'
import type { IcsEvent } from './ics-lines'
import { readProperty, type IcsProperty } from './ics-property'
import { plainLine, plainText, withinLimit } from './plain-text'

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

type Moment = { at: Date } | { on: string }

/**
 * Reads one event; null, with a problem, when it has no title or no usable start. DTSTAMP and SEQUENCE tell nothing in this format.
 * @param timeZone for times without "Z" and without a known TZID
 */
export function readEvent({ line, lines }: IcsEvent, pathOf: (line: number) => string, timeZone: string, problems: Problem[]): SchedEvent | null {
  const path = pathOf(line)
  const properties = new Map<string, IcsProperty>()
  for (const { number, text } of lines) {
    const property = readProperty(text)
    if (!property) problems.push({ severity: 'warning', path: pathOf(number), code: 'unreadable-line', detail: text.slice(0, 200) })
    else if (!properties.has(property.name)) properties.set(property.name, property)
  }
  const textOf = (name: string) => properties.get(name)?.values.join(', ') ?? ''

  const nameOf = (property: string) => shorten(plainLine(textOf(property)), limits.name) || null

  const summary = withinLimit(plainLine(textOf('summary')), limits.title, path, problems)
  if (summary === '') return refuse({ severity: 'error', path, code: 'missing-title', detail: textOf('uid').slice(0, 200) }, problems)
  const start = momentOf(properties.get('dtstart'), timeZone)
  if (!start) return refuse({ severity: 'error', path, code: 'missing-start', detail: summary.slice(0, 200) }, problems)

  const description = plainText(textOf('description'))
  const startAt = 'at' in start ? start.at : null
  return {
    path,
    uid: nameOf('uid'),
    summary,
    description: description && withinLimit(description, limits.description, path, problems),
    category: nameOf('categories'),
    place: plainLine(textOf('location')),
    dateOn: 'on' in start ? start.on : null,
    startAt,
    endAt: startAt && endOf(properties.get('dtend'), startAt, { path, summary, timeZone }, problems),
    url: urlOf(textOf('url')),
    cancelled: /^cancelled$/i.test(textOf('status')),
  }
}

function refuse(problem: Problem, problems: Problem[]): null {
  problems.push(problem)
  return null
}

function endOf(property: IcsProperty | undefined, startAt: Date, { path, summary, timeZone }: { path: string; summary: string; timeZone: string }, problems: Problem[]): Date | null {
  if (!property) return null
  const end = momentOf(property, timeZone)
  const code = !end || 'on' in end ? 'bad-time' : end.at < startAt ? 'end-before-start' : null
  if (code) problems.push({ severity: 'warning', path, code, detail: summary.slice(0, 200) })
  return code || !end || 'on' in end ? null : end.at
}

function momentOf(property: IcsProperty | undefined, timeZone: string): Moment | null {
  const [value = ''] = property?.values ?? []
  if (z.iso.date().safeParse(value).success) return { on: value }
  if (z.iso.datetime().safeParse(value).success) return { at: new Date(value) }
  if (!z.iso.datetime({ local: true }).safeParse(value).success) return null
  const zone = property?.parameters.tzid
  const at = instantOf(value, typeof zone === 'string' && isTimeZone(zone) ? zone : timeZone)
  return at && { at }
}

function urlOf(text: string): string | null {
  return z.url({ protocol: /^https?$/ }).max(limits.url).safeParse(text.trim()).data ?? null
}
