import { z } from 'zod'
import type { Adapter, ParseOptions } from '../reading/adapter'
import { checkEntries, filesByPart, hasPart, listEntries, type JsonEntry } from '../json/entries'
import { jsonId, jsonLine, jsonProse, jsonText, jsonWord } from '../json/fields'
import { kindOfFormat, kindOfPause } from '../reading/kind-of-format'
import { programmeDays } from '../reading/late-night'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { timeReader } from '../reading/source-times'
import { dayTemplate } from './day-template'

/**
 * The files of BreizhCamp's website: its schedule, its speakers, and a template of keynotes and meals whose days are
 * weekdays. Times are the conference's own, without a zone.
 */
export const breizhcamp: Adapter = {
  format: 'breizhcamp',
  recognises: (files) => hasPart(files, partOf),
  inspect: () => ({ title: null, siteKey: null, timeZone: null }),

  parse: (files, options) => {
    const draft = startProgram()
    const parts = filesByPart(files, partOf, draft.addProblem)
    const of = (wanted: Part) =>
      parts.flatMap(({ prefix, part, json }) =>
        part === wanted && Array.isArray(json) ? listEntries(prefix, json) : [],
      )
    const schedule = of('schedule')
    if (schedule.length === 0)
      for (const { name, part } of parts) draft.addProblem('error', name, 'schedule-file-needed', part)
    // Without a date beside them, weekdays are none.
    else addSessions([...schedule, ...of('template')], of('speakers'), options, draft)
    if (parts.length === 0) draft.addProblem('error', files[0]?.name ?? '', 'no-sessions')
    return draft.finish()
  },
}

type Part = 'schedule' | 'template' | 'speakers'
const sessionSign = z.object({ event_start: z.string(), event_type: z.string(), format: z.string(), venue: z.string() })
const speakerSign = z.object({ lastname: z.string(), firstname: z.string(), imageProfilURL: z.unknown() })

function partOf(json: unknown): Part | null {
  const sample = Array.isArray(json) ? json.slice(0, 20) : []
  const starts = sample.flatMap((value) => sessionSign.safeParse(value).data?.event_start ?? [])
  if (starts.length > 0) return starts.every((start) => start.startsWith('<DAY>')) ? 'template' : 'schedule'
  return sample.some((value) => speakerSign.safeParse(value).success) ? 'speakers' : null
}

const sessionSchema = z.object({
  id: jsonId,
  name: jsonLine,
  event_start: jsonWord,
  event_end: jsonWord,
  day_of_week: z.number().nullish(),
  event_type: jsonText,
  format: jsonText,
  venue: jsonText,
  speakers: jsonText,
  level: jsonText,
  description: jsonProse,
  video_url: jsonWord,
  slides_url: jsonWord,
  files_url: jsonWord,
})
type Session = z.output<typeof sessionSchema>

function addSessions(
  entries: JsonEntry[],
  speakers: JsonEntry[],
  { timeZone, answers }: ParseOptions,
  draft: ProgramDraft,
): void {
  const found = checkEntries(entries, sessionSchema, draft.addProblem)
  const onDay = dayTemplate(found.map(({ value }) => value.event_start ?? ''))
  const readTime = timeReader(timeZone, draft.addProblem)
  const timed = found.flatMap(({ path, value }) => {
    const [start, end] = [value.event_start, value.event_end].map((time) => onDay(time, value.day_of_week ?? null))
    if (!start) draft.addProblem('error', path, 'day-missing', value.name)
    const startAt = readTime(start ?? null, `${path}.event_start`)
    return startAt ? [{ path, value, startAt, endAt: readTime(end ?? null, `${path}.event_end`) }] : []
  })
  const dayOf = programmeDays(timed, timeZone)
  const capacityOf = capacityReader(new Set(timed.flatMap(({ value }) => value.venue ?? [])), answers, draft)
  const addPeople = peopleAdder(speakers, draft)
  for (const { path, value, startAt, endAt } of timed) {
    const speakerKeys = addPeople(value.speakers)
    const room = draft.addRoom(value.venue, { capacity: value.venue === null ? null : capacityOf(value.venue) })
    draft.addSession(path, {
      sourceId: value.id,
      rawTitle: value.name,
      description: value.description,
      kind: isMeal(value) ? kindOfPause(value.name) : kindOfFormat(value.name, value.format, speakerKeys.length > 0),
      cancelled: /[[(]\s*(?:annulée?|cancell?ed)\s*[\])]/i.test(value.name),
      dayOn: dayOf(startAt),
      startAt,
      endAt,
      roomKeys: room === null ? [] : [room],
      // A keynote's or a meal's type is its format, no subject.
      trackKey: /^(keynote|eat)$/i.test(value.event_type ?? '') ? null : draft.addTrack(value.event_type),
      colocatedKey: null,
      speakerKeys,
      language: null,
      url: null,
      capacity: null,
      level: value.level,
      slidesUrl: value.slides_url ?? value.files_url,
      replayUrl: value.video_url,
    })
  }
}

function isMeal({ format }: Session): boolean {
  return /^eat$/i.test(format ?? '')
}

const speakerSchema = z
  .object({ id: jsonId, firstname: jsonText, lastname: jsonText, bio: jsonProse })
  .transform(({ id, firstname, lastname, bio }) => ({
    key: id,
    name: [firstname, lastname].filter(Boolean).join(' '),
    bio,
  }))

/** The schedule has names alone: a speaker is found by the name, if one alone has it. */
function peopleAdder(entries: JsonEntry[], draft: ProgramDraft): (names: string | null) => string[] {
  const known = new Map<string, z.output<typeof speakerSchema> | null>()
  for (const { value } of checkEntries(entries, speakerSchema, draft.addProblem)) {
    const name = value.name.toLowerCase()
    known.set(name, known.has(name) ? null : value)
  }
  return (names) =>
    (names ?? '').split(',').flatMap((name) => {
      return draft.addSpeaker(known.get(name.trim().toLowerCase()) ?? { name: name.trim() }) ?? []
    })
}
