import { z } from 'zod'
import { isTimeZone } from '@/lib/platform/time'
import { jsonText } from '../json/fields'
import { checkEntries, listEntries, type JsonEntry } from '../json/entries'
import type { ProgramDraft } from '../reading/program-draft'
import {
  namedSchema,
  openPlannerEventSchema,
  openPlannerSessionSchema,
  openPlannerSpeakerSchema,
  titledSchema,
  voxxrinSessionSchema,
  type OpenPlannerSession,
  type OpenPlannerSpeaker,
} from './schema'

type Named = z.output<typeof namedSchema>

/** A programme of OpenPlanner, whichever form it was in. */
export type Plan = {
  title: string | null
  /** Of the event; Voxxrin's form has none. */
  siteKey: string | null
  timeZone: string | null
  language: string | null
  /** Do its organizers say that the schedule may be shown? */
  isVisible: boolean
  /** In the order of the schedule's columns. */
  rooms: Named[]
  formats: Named[]
  categories: Named[]
  speakers: OpenPlannerSpeaker[]
  sessions: { path: string; value: OpenPlannerSession }[]
}

const list = z.array(z.unknown())
const byId = z.record(z.string(), z.unknown())
const zone = jsonText.transform((name) => (name !== null && isTimeZone(name) ? name : null)).catch(null)

const publicSchema = z.object({
  event: openPlannerEventSchema.extend({ tracks: list }),
  sessions: list,
  speakers: list,
  timezone: zone,
})
const voxxrinSchema = z.object({
  title: jsonText.catch(null),
  timezone: zone,
  rooms: list,
  talkFormats: list,
  talkTracks: list.catch([]),
  sessions: byId,
  speakers: byId,
})
const descriptorSchema = z.object({ openPlannerGeneratedJson: z.string().min(1) })

/** OpenPlanner's public file; the one it makes for Voxxrin; or Voxxrin's description of an event, which names that. */
export type OpenPlannerForm =
  | { form: 'public'; file: z.output<typeof publicSchema> }
  | { form: 'voxxrin'; file: z.output<typeof voxxrinSchema> }
  | { form: 'descriptor'; address: string }

/** Which form a file's JSON has; null for none. */
export function formOf(json: unknown): OpenPlannerForm | null {
  const own = publicSchema.safeParse(json).data
  if (own) return { form: 'public', file: own }
  const voxxrin = voxxrinSchema.safeParse(json).data
  if (voxxrin) return { form: 'voxxrin', file: voxxrin }
  const address = descriptorSchema.safeParse(json).data?.openPlannerGeneratedJson
  return address ? { form: 'descriptor', address } : null
}

/** Reads either form; what does not fit in it is a problem. */
export function planOf(
  given: Exclude<OpenPlannerForm, { form: 'descriptor' }>,
  prefix: string,
  { addProblem }: Pick<ProgramDraft, 'addProblem'>,
): Plan {
  const check = <Schema extends z.ZodType>(entries: JsonEntry[], schema: Schema) =>
    checkEntries(entries, schema, addProblem)
  const valuesOf = <Schema extends z.ZodType>(path: string, values: unknown[], schema: Schema) =>
    check(listEntries(`${prefix}${path}`, values), schema).map(({ value }) => value)
  if (given.form === 'public') {
    const { event, sessions, speakers, timezone } = given.file
    return {
      title: event.name,
      siteKey: event.id,
      timeZone: timezone,
      language: event.language,
      isVisible: event.scheduleVisible,
      rooms: valuesOf('event.tracks', event.tracks, namedSchema),
      formats: valuesOf('event.formats', event.formats, namedSchema),
      categories: valuesOf('event.categories', event.categories, namedSchema),
      speakers: valuesOf('speakers', speakers, openPlannerSpeakerSchema),
      sessions: check(listEntries(`${prefix}sessions`, sessions), openPlannerSessionSchema),
    }
  }
  const { title, timezone, rooms, talkFormats, talkTracks, sessions, speakers } = given.file
  return {
    title,
    siteKey: null,
    timeZone: timezone,
    language: null,
    isVisible: true,
    rooms: valuesOf('rooms', rooms, titledSchema),
    formats: valuesOf('talkFormats', talkFormats, titledSchema),
    categories: valuesOf('talkTracks', talkTracks, titledSchema),
    speakers: check(keyed(`${prefix}speakers`, speakers), openPlannerSpeakerSchema).map(({ value }) => value),
    sessions: check(keyed(`${prefix}sessions`, sessions), voxxrinSessionSchema),
  }
}

function keyed(path: string, values: Record<string, unknown>): JsonEntry[] {
  return Object.entries(values).map(([id, value]) => ({ path: `${path}.${id}`, value }))
}
