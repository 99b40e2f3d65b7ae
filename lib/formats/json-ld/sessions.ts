import { z } from 'zod'
import { dateOn } from '@/lib/platform/time'
import { programmeDays } from '../reading/late-night'
import { languageCode } from '../reading/language-code'
import { plainLine, plainText } from '../reading/plain-text'
import type { ProgramDraft } from '../reading/program-draft'
import type { Answers } from '../reading/questions'
import { capacityReader } from '../reading/room-capacity'
import { sessionKind } from '../reading/session-kind'
import { timeReader } from '../reading/source-times'
import type { Found, Graph } from './events'
import { isoDuration } from './iso-duration'
import type { LinkedEvent } from './schema'

type Reading = {
  draft: ProgramDraft
  timeZone: string
  answers: Answers | undefined
  pathOf: (path: string) => string
}
type Timed = Found & { dayOn: string; startAt: Date | null; endAt: Date | null }

/** Adds events to the programme; one without a readable start is a problem. */
export function addLinkedSessions(found: Found[], graph: Graph, reading: Reading): void {
  const timed = found.flatMap((session) => timesOf(session, reading) ?? [])
  const dayOf = programmeDays(
    timed.flatMap(({ startAt, endAt }) => (startAt ? [{ startAt, endAt }] : [])),
    reading.timeZone,
  )
  const urls = new Map<string | null, number>()
  for (const { event } of timed) urls.set(event.url, (urls.get(event.url) ?? 0) + 1)
  const roomsOf = roomAdder(timed, graph, reading)
  for (const session of timed) {
    const { event, path, startAt, endAt } = session
    const speakerKeys = addSpeakers(event, graph, reading.draft)
    const title = plainLine(event.name ?? event.headline ?? '')
    reading.draft.addSession(reading.pathOf(path), {
      sourceId: identityOf(event, urls),
      rawTitle: title,
      description: plainText(event.description ?? ''),
      kind: event.types.some((type) => type.endsWith('FoodEvent'))
        ? 'break'
        : sessionKind({ title, category: null, hasSpeakers: speakerKeys.length > 0 }),
      cancelled: hasStatus(event, 'EventCancelled'),
      dayOn: startAt ? dayOf(startAt) : session.dayOn,
      startAt,
      endAt,
      roomKeys: roomsOf(session),
      trackKey: null,
      colocatedKey: null,
      speakerKeys,
      language: languageCode(event.inLanguage[0]),
      url: isLink(event.url) ? event.url : null,
      capacity: event.maximumPhysicalAttendeeCapacity ?? event.maximumAttendeeCapacity,
      level: plainLine(event.educationalLevel[0] ?? ''),
      flags: event.offers.some((availability) => availability.endsWith('SoldOut')) ? ['sold-out'] : [],
      replayUrl: event.recordedIn.find(isLink) ?? null,
    })
  }
}

/** When it is: one that was put off has its day alone, until it says another time. */
function timesOf(found: Found, { draft, timeZone, pathOf }: Reading): Timed | null {
  const { event } = found
  const path = pathOf(found.path)
  const readTime = timeReader(timeZone, draft.addProblem)
  const day = z.iso.date().safeParse(event.startDate?.trim()).data
  const startAt = day === undefined ? readTime(event.startDate, `${path}.startDate`) : null
  const dayOn = startAt ? dateOn(startAt, timeZone) : day
  if (event.startDate === null) draft.addProblem('error', path, 'start-missing', event.name ?? '')
  if (dayOn === undefined) return null
  if (hasStatus(event, 'EventPostponed')) {
    draft.addProblem('warning', path, 'event-postponed', event.name ?? '')
    return { ...found, dayOn, startAt: null, endAt: null }
  }
  if (!startAt) return { ...found, dayOn, startAt, endAt: null }
  const length = isoDuration(event.duration ?? '')
  const endAt = readTime(event.endDate, `${path}.endDate`)
  return { ...found, dayOn, startAt, endAt: endAt ?? (length === null ? null : new Date(startAt.getTime() + length)) }
}

/** A session's rooms: where it is, unless that is where all of it is. */
function roomAdder(timed: Timed[], { names }: Graph, { draft, answers }: Reading): (found: Found) => string[] {
  const placesOf = ({ event }: Found) =>
    event.location.flatMap(({ id, name, isOnline }) => {
      const called = plainLine(name ?? names.get(id ?? '') ?? '')
      return isOnline || called === '' ? [] : [called]
    })
  const roomsOf = (found: Found) => {
    const venue = found.parent ? placesOf(found.parent) : []
    return placesOf(found).filter((name) => !venue.includes(name))
  }
  const all = [...new Set(timed.flatMap(roomsOf))]
  const capacityOf = capacityReader(all, answers, draft)
  const keys = new Map(all.map((name) => [name, draft.addRoom(name, { capacity: capacityOf(name) })]))
  return (found) => roomsOf(found).flatMap((name) => keys.get(name) ?? [])
}

/** Only a person's name, work and words about them: what else a page tells of them is not read. */
function addSpeakers(event: LinkedEvent, { people }: Graph, draft: ProgramDraft): string[] {
  return [...event.performer, ...event.performers, ...event.actor].flatMap((named) => {
    const person = (named.name === null && people.get(named.id ?? '')) || named
    const { name, company, tagline, bio } = person
    return (
      draft.addSpeaker({
        name: name && plainLine(name),
        company: company && plainLine(company),
        tagline: tagline && plainLine(tagline),
        bio: bio && plainText(bio),
      }) ?? []
    )
  })
}

/** What it is called for good: its identifier, unless that is the file's own; else an address that no other has. */
function identityOf({ id, identifier, url }: LinkedEvent, urls: ReadonlyMap<string | null, number>): string | null {
  if (id && !id.startsWith('_:')) return id
  if (identifier[0]) return identifier[0]
  return urls.get(url) === 1 ? url : null
}

function hasStatus({ eventStatus }: LinkedEvent, status: string): boolean {
  return eventStatus.some((said) => said.endsWith(status))
}

function isLink(text: string | null): text is string {
  return text !== null && /^https?:\/\//i.test(text)
}
