import { shorten } from '@/lib/platform/clean-text'
import { languageCode } from '../reading/language-code'
import { plainLine, plainText } from '../reading/plain-text'
import { timesOfEvent, type TimeOfEvent } from './event-times'
import type { IcsEvent } from './lines'
import { likeStart, momentOf, onClocksOf, type EventReader, type Moment } from './moment'
import { readProperty, type IcsProperty } from './property'

/** A VEVENT at one of its times, its texts made plain; what they mean is decided over the whole file. */
export type CalendarEvent = TimeOfEvent & {
  path: string
  uid: string | null
  summary: string
  description: string | null
  categories: string[]
  place: string
  url: string | null
  cancelled: boolean
  /** Of several versions of one event in one file, the highest is meant. */
  sequence: number
  /** Of one time of a repeated event: the time instead of which it takes place. */
  insteadOf: Moment | null
  /** The language that its texts say they are in. */
  language: string | null
  /** What only some sources fill with something of use, by its name: ATTENDEE, ATTACH. */
  properties: ReadonlyMap<string, IcsProperty[]>
}

/** More than anything that is kept, and little enough to look for people and places in. */
const LONGEST = 1_000

/** Reads one event, at all times at which it repeats; none, with a problem, when it has no title or no usable start. */
export function readEvent({ line, lines }: IcsEvent, reader: EventReader): CalendarEvent[] {
  const { pathOf, addProblem } = reader
  const path = pathOf(line)
  const properties = propertiesOf(lines, reader)
  const textOf = (name: string) => properties.get(name)?.[0]?.values.join(', ') ?? ''
  const [dtstart, dtend] = [properties.get('dtstart')?.[0], properties.get('dtend')?.[0]]

  const summary = shorten(plainLine(textOf('summary')), LONGEST)
  const start = momentOf(dtstart, reader)
  if (!summary) addProblem('error', path, 'title-missing', textOf('uid'))
  else if (!start) addProblem('error', path, 'start-missing', summary)
  else if (dtend && !momentOf(dtend, reader)) addProblem('warning', path, 'time-unreadable', summary)
  if (!summary || !start || !dtstart) return []

  const event = {
    path,
    uid: plainLine(textOf('uid')) || null,
    summary,
    description: plainText(bodyOf(textOf('description'))) ?? plainText(bodyOf(textOf('x-alt-desc'))),
    categories: categoriesOf(properties),
    place: shorten(plainLine(textOf('location')), LONGEST),
    url: textOf('url').trim() || null,
    cancelled: /^cancelled$/i.test(textOf('status')) || /^cancel$/i.test(textOf('method')),
    sequence: Number.parseInt(textOf('sequence'), 10) || 0,
    insteadOf: replacedBy(dtstart, properties, reader),
    language: languageOf(properties),
    properties,
  }
  return timesOfEvent(lines, properties, { ...reader, summary, path }).map((time) => ({ ...event, ...time }))
}

/** What a whole page of HTML shows. */
function bodyOf(text: string): string {
  const [, body] = /<body(?:\s[^>]*)?>(.*)$/is.exec(text) ?? []
  return body?.replace(/<\/body>.*$/is, '') ?? text
}

function propertiesOf(lines: IcsEvent['lines'], { pathOf, addProblem }: EventReader): Map<string, IcsProperty[]> {
  const properties = new Map<string, IcsProperty[]>()
  for (const { number, text } of lines) {
    const property = readProperty(text)
    const of = property && properties.get(property.name)
    // A rule is read for itself, with a problem of its own.
    if (!property && !/^RRULE[;:]/i.test(text)) addProblem('warning', pathOf(number), 'unreadable-line', text)
    else if (!property) continue
    else if (of) of.push(property)
    else properties.set(property.name, [property])
  }
  return properties
}

function categoriesOf(properties: Map<string, IcsProperty[]>): string[] {
  const values = (properties.get('categories') ?? []).flatMap((property) => property.values)
  return [...new Set(values.map(plainLine))].filter(Boolean)
}

function replacedBy(dtstart: IcsProperty, properties: Map<string, IcsProperty[]>, reader: EventReader): Moment | null {
  const [instead] = properties.get('recurrence-id') ?? []
  if (!instead) return null
  // A day alone stands for whatever time the others have: that is found when they are compared.
  const isDay = dtstart.values[0]?.includes('T') && !instead.values[0]?.includes('T')
  const property = onClocksOf(dtstart, instead)
  return momentOf(isDay ? property : likeStart(dtstart, property), reader)
}

function languageOf(properties: Map<string, IcsProperty[]>): string | null {
  for (const name of ['summary', 'description']) {
    const language = properties.get(name)?.[0]?.parameters.language
    if (typeof language === 'string' && languageCode(language)) return languageCode(language)
  }
  return null
}
