import { limits } from '@/lib/program/program'
import type { FrabPerson, FrabSchedule } from '../frab/schedule'
import { readElements, type XmlElement, type XmlFault } from './elements'
import { readEntry, frabEventOf } from './event'
import { attributeOf, personIn, textIn } from './fields'

export type ReadSchedule = {
  schedule: FrabSchedule
  /** There are more events than were read. */
  hasMore: boolean
  /** Where reading ended, if not at the end. */
  fault: XmlFault | null
}

const whole = new Set(['conference', 'event', 'entry', 'track', 'person'])

/**
 * Reads a `schedule` of frab's XML or one of its dialects. An event's path is the line on which it begins; of more than
 * a programme holds the first are read.
 */
export function readXmlSchedule(text: string): ReadSchedule {
  const trackNames = new Map<string, string>()
  const persons = new Map<string, FrabPerson>()
  const events: FrabSchedule['events'] = []
  let head: XmlElement | null = null
  let hasMore = false
  const fault = readElements(text, {
    whole,
    onElement: (element, line, outer) => {
      if (outer[0]?.name !== 'schedule') return outer.length > 0
      if (element.name === 'conference') head ??= element
      else if (element.name === 'track') addTrack(trackNames, element)
      else if (element.name === 'person') addPerson(persons, personIn(element))
      else if (events.length === limits.sessions) hasMore = true
      else events.push((element.name === 'entry' ? readEntry : frabEventOf)(element, `line ${line}`, outer))
      return !hasMore
    },
  })
  const schedule = { ...readHead(head, trackNames), rooms: [], persons, trackNames, events }
  return { schedule, hasMore, fault }
}

function readHead(
  conference: XmlElement | null,
  trackNames: Map<string, string>,
): Omit<FrabSchedule, 'rooms' | 'persons' | 'trackNames' | 'events'> {
  for (const child of conference?.children ?? []) if (child.name === 'track') addTrack(trackNames, child)
  const said = (name: string) => conference && textIn(conference, name)
  return {
    title: said('title'),
    acronym: said('acronym'),
    timeZoneName: said('time_zone_name'),
    baseUrl: said('base_url'),
    dayChange: said('day_change'),
  }
}

function addTrack(names: Map<string, string>, track: XmlElement): void {
  const [slug, name] = [attributeOf(track, 'slug'), attributeOf(track, 'name') ?? track.text.trim()]
  if (slug !== null && name && names.size < limits.sessions) names.set(slug, name)
}

function addPerson(persons: Map<string, FrabPerson>, person: FrabPerson): void {
  if (person.key !== null && persons.size < 5 * limits.sessions) persons.set(person.key, person)
}
