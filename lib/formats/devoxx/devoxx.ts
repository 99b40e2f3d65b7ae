import { z } from 'zod'
import { isTimeZone } from '@/lib/platform/time'
import type { Adapter, ImportFile, Inspection } from '../reading/adapter'
import { filesByPart, listEntries, type JsonEntry, type JsonPart } from '../json/entries'
import { jsonText } from '../json/fields'
import { readJson } from '../reading/json'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { timeReader } from '../reading/source-times'
import { addSlots } from './add-slots'
import { cfpDevSlots, zoneOfSlots } from './cfp-dev'
import { cfpDevoxxSlots, conferenceCode } from './cfp-devoxx'
import { bodyOf, devoxxPartOf, listOfPart, type DevoxxPart } from './file-parts'
import { restV1Slots } from './rest-v1'
import { addRooms, speakersById } from './side-files'

/**
 * The calls for papers of Devoxx, Voxxed Days and those who use them: REST v1 (2011, 2012), cfp-devoxx (2013 to 2018),
 * cfp.dev as it was in 2019 and as it is. A conference comes as several files: a day each, with speakers, presentations
 * or rooms beside them.
 */
export const devoxx: Adapter = {
  format: 'devoxx',
  recognises: (files) => files.some((file) => partIn(file) !== null),
  inspect: inspectFiles,

  parse: (files, options) => {
    const draft = startProgram()
    const parts = filesByPart(files, devoxxPartOf, draft.addProblem)
    const readTime = timeReader(options.timeZone, draft.addProblem)
    const of = (part: DevoxxPart) => entriesOfPart(parts, part)
    const slots = [
      ...cfpDevSlots(of('cfp-dev'), readTime, draft),
      ...cfpDevoxxSlots(of('cfp-devoxx'), options.timeZone, draft),
      ...restV1Slots(of('rest-v1'), of('presentations'), readTime, draft),
    ]
    addRooms(of('rooms'), draft)
    addSlots(slots, speakersById(of('speakers'), draft), options, draft)
    tellMissing(parts, files, draft)
    const { program, ...rest } = draft.finish()
    return { program: { ...program, ...inspectFiles(files) }, ...rest }
  },
}

function partIn(file: ImportFile): DevoxxPart | null {
  const json = readJson(file)
  return json.ok ? devoxxPartOf(json.value) : null
}

function entriesOfPart(parts: JsonPart<DevoxxPart>[], wanted: DevoxxPart): JsonEntry[] {
  return parts.flatMap(({ prefix, part, json }) => {
    const { path, values } = listOfPart(json, part)
    return part === wanted ? listEntries(prefix + path, values) : []
  })
}

const schedules: ReadonlySet<DevoxxPart> = new Set(['cfp-dev', 'cfp-devoxx', 'rest-v1'])

/** What goes with a schedule is none: without one, each file is told as what it is. */
function tellMissing(parts: JsonPart<DevoxxPart>[], files: ImportFile[], { addProblem }: ProgramDraft): void {
  if (!parts.some(({ part }) => schedules.has(part))) {
    for (const { name, part } of parts) addProblem('error', name, 'schedule-file-needed', part)
    if (parts.length === 0) addProblem('error', files[0]?.name ?? '', 'no-sessions')
  } else {
    const count = (part: DevoxxPart) => entriesOfPart(parts, part).length
    if ([...schedules].every((part) => count(part) === 0)) addProblem('error', files[0]?.name ?? '', 'no-sessions')
  }
}

const eventSchema = z.object({ slug: jsonText, name: jsonText, timezone: jsonText })

function inspectFiles(files: ImportFile[]): Inspection {
  const parts = filesByPart(files, devoxxPartOf, () => undefined)
  const valuesOf = (part: DevoxxPart) => entriesOfPart(parts, part).map(({ value }) => value)
  const event = parts.flatMap(({ part, json }) =>
    part === 'cfp-dev-event' ? (eventSchema.safeParse(bodyOf(json)).data ?? []) : [],
  )[0]
  const timeZone = zoneOfSlots(valuesOf('cfp-dev')) ?? event?.timezone ?? null
  return {
    title: event?.name ?? null,
    siteKey: event?.slug ?? conferenceCode(valuesOf('cfp-devoxx')),
    timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
  }
}
