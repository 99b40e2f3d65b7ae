import { languageCode } from '../reading/language-code'
import { plainLine, plainText } from '../reading/plain-text'
import type { ParseOptions } from '../reading/adapter'
import type { ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { isPublished, readCancelled } from './cancelled'
import { dayIn, timesOf, type EventTimes } from './times'
import { listedDays } from './days'
import { kindOf } from './kind'
import { eventLinks } from './links'
import { personAdder } from './persons'
import type { FrabEvent, FrabSchedule } from './schedule'

type Timed = EventTimes & { event: FrabEvent; day: string | null }

/**
 * Adds a schedule of the frab family to a program.
 * @param file begins the keys of its persons, where several files are read together; else ""
 */
export function addSchedule(
  schedule: FrabSchedule,
  draft: ProgramDraft,
  { timeZone, answers }: ParseOptions,
  file: string,
): void {
  const timed = schedule.events.flatMap((event): Timed[] => {
    if (!isPublished(event.state)) {
      draft.addProblem('info', event.path, 'not-accepted', `${event.state}: ${event.title}`)
      return []
    }
    const times = timesOf(event, { dayChange: schedule.dayChange, timeZone, addProblem: draft.addProblem })
    return times ? [{ ...times, event, day: dayIn(event.day) }] : []
  })
  addRooms(schedule.rooms, timed, answers, draft)
  tellEndless(timed, draft)
  const dayOf = listedDays(timed, timeZone)
  const addPersons = personAdder(schedule, draft, file)
  for (const entry of timed) addEvent(entry, dayOf(entry), { schedule, draft, addPersons })
}

/** Those that are listed, then those that events name; a capacity is listed, or in the name. */
function addRooms(
  rooms: FrabSchedule['rooms'],
  timed: Timed[],
  answers: ParseOptions['answers'],
  draft: ProgramDraft,
): void {
  const named = timed.flatMap(({ event }) => event.rooms.map((name) => ({ name, capacity: null })))
  const all = [...rooms, ...named].map(({ name, capacity }) => ({ name: plainLine(name), capacity }))
  // Enough to tell doors from seats; a hostile file has more.
  const names = [...new Set(all.map(({ name }) => name))].slice(0, 500)
  const capacityIn = capacityReader(names, answers, draft)
  for (const { name, capacity } of all) draft.addRoom(name, { capacity: capacity ?? capacityIn(name) })
}

function addEvent(
  { event, startAt, endAt }: Timed,
  dayOn: string,
  context: { schedule: FrabSchedule; draft: ProgramDraft; addPersons: (event: FrabEvent) => string[] },
): void {
  const { schedule, draft, addPersons } = context
  const rawTitle = plainLine(event.title ?? '')
  const { title, cancelled } = readCancelled(rawTitle, event.state)
  const track = trackOf(event.track, schedule)
  const speakerKeys = addPersons(event)
  draft.addSession(event.path, {
    sourceId: plainLine(event.guid ?? '') || plainLine(event.id ?? '') || null,
    rawTitle,
    title,
    description: descriptionOf(event),
    kind: kindOf({ title, type: event.type, track, hasSpeakers: speakerKeys.length > 0 }),
    cancelled,
    dayOn,
    startAt,
    endAt,
    roomKeys: event.rooms.flatMap((room) => draft.addRoom(plainLine(room)) ?? []),
    trackKey: draft.addTrack(track),
    colocatedKey: null,
    speakerKeys,
    language: languageCode(event.language),
    capacity: null,
    level: plainLine(event.level ?? '') || null,
    ...eventLinks(event, schedule.baseUrl),
  })
}

/** wafer writes "No Track" where there is none. */
function trackOf(text: string | null, { trackNames }: FrabSchedule): string | null {
  const name = plainLine(trackNames.get(text?.trim() ?? '') ?? text ?? '')
  return name === '' || name === 'No Track' ? null : name
}

/** Subtitle, abstract and description as paragraphs; what one of them says again is said once. */
function descriptionOf({ subtitle, abstract, description }: FrabEvent): string | null {
  const texts = [plainLine(subtitle ?? ''), plainText(abstract ?? ''), plainText(description ?? '')]
  const said = texts.filter((text) => text !== null && text !== '')
  const once = said.filter((text, index) => !said.some((other, at) => at > index && other?.startsWith(text ?? '')))
  return once.join('\n\n') || null
}

/** How many have no end, and the first few. */
function tellEndless(timed: Timed[], draft: ProgramDraft): void {
  const endless = timed
    .filter(({ endAt, event }) => endAt === null && /^[0:]*$/.test(event.duration?.trim() ?? ''))
    .map(({ event }) => event)
  const titles = endless.slice(0, 5).map(({ title }) => title)
  if (endless.length > 0)
    draft.addProblem('info', endless[0]?.path ?? '', 'end-missing', `${endless.length}: ${titles.join('; ')}`)
}
