import type { FrabEvent, FrabPerson, FrabSchedule } from '../frab/schedule'
import { instantIn } from '../frab/times'
import { placeIn } from '../json/entries'
import { titleIn } from '../problems/entry-names'
import type { ProgramDraft } from '../reading/program-draft'
import { unfitValue } from '../problems/unfit-value'
import { spanReader, eventEntries, type Entry } from './entries'
import { frabEventSchema, type JsonSchedule } from './schema'

/**
 * Reads a schedule of either version. An event that cannot be one is a problem at its path.
 * @param file begins the paths; "" for the only one
 */
export function readJsonSchedule(schedule: JsonSchedule, file: string, { addProblem }: ProgramDraft): FrabSchedule {
  const { conference } = schedule
  const rooms = [...conference.rooms, ...schedule.rooms]
  const roomNames = new Map(rooms.flatMap(({ guid, name }) => (guid && name ? [[guid, name] as const] : [])))
  const context = { roomNames, dayAt: spanReader(conference.days), addProblem }
  return {
    title: conference.title,
    acronym: conference.acronym,
    timeZoneName: conference.time_zone_name,
    baseUrl: schedule.base_url,
    dayChange: null,
    rooms: rooms.flatMap(({ name, capacity }) => (name ? [{ name, capacity: capacity ?? null }] : [])),
    trackNames: new Map(conference.tracks.flatMap(({ slug, name }) => (slug && name ? [[slug, name] as const] : []))),
    persons: new Map(
      schedule.persons.flatMap((person): [string, FrabPerson][] => (person.key ? [[person.key, person]] : [])),
    ),
    events: eventEntries(schedule, file, addProblem).flatMap((entry) => readEvent(entry, context)),
  }
}

function readEvent(
  { path, value, day, room }: Entry,
  context: { roomNames: ReadonlyMap<string, string>; dayAt: (date: string | null) => string | null } & Pick<
    ProgramDraft,
    'addProblem'
  >,
): FrabEvent[] {
  const { data: event, error } = frabEventSchema.safeParse(value)
  if (!event) {
    const { steps, code, detail } = unfitValue(error, value)
    context.addProblem('error', path + placeIn(steps), code, detail, titleIn(value))
    return []
  }
  const { room: own, track, persons, participants, origin_url, video_download_url, ...rest } = event
  const date = event.date ?? (instantIn(event.start) ? event.start : null)
  const where = room ?? own?.name ?? context.roomNames.get(own?.guid ?? '') ?? null
  return [
    {
      ...rest,
      path,
      day: day ?? context.dayAt(date),
      date,
      rooms: where === null ? [] : [where],
      track: track?.name ?? track?.slug ?? null,
      level: null,
      url: event.url ?? origin_url,
      persons: [...persons, ...participants],
      recordingUrl: video_download_url,
    },
  ]
}
