import { z } from 'zod'
import type { Program, ProgramSession } from './program'
import { sessionFlags } from './session-flags'
import { sessionKinds } from './session-kinds'

const personSchema = z.object({ name: z.string(), company: z.string().nullable() })

/**
 * What a source said of a session, with names where a program has keys, so that two imports can be compared. Kept in
 * Session.imported; not validated further than its shape, since it was valid when it was stored. What was stored before
 * levels, flags and links were read lacks them: that source said nothing of them.
 */
export const snapshotSchema = z.object({
  title: z.string(),
  rawTitle: z.string(),
  description: z.string().nullable(),
  kind: z.enum(sessionKinds),
  dayOn: z.string(),
  startAt: z.string().nullable(),
  endAt: z.string().nullable(),
  rooms: z.array(z.string()),
  track: z.string().nullable(),
  colocated: z.string().nullable(),
  speakers: z.array(personSchema),
  language: z.string().nullable(),
  url: z.string().nullable(),
  capacity: z.number().nullable(),
  cancelled: z.boolean(),
  level: z.string().nullable().default(null),
  flags: z.array(z.enum(sessionFlags)).default([]),
  slidesUrl: z.string().nullable().default(null),
  replayUrl: z.string().nullable().default(null),
})
export type Snapshot = z.output<typeof snapshotSchema>
export type Person = z.output<typeof personSchema>

/** The fields of a session that people see, and that can change. */
export const sessionFields = [
  'title',
  'description',
  'kind',
  'dayOn',
  'startAt',
  'endAt',
  'rooms',
  'track',
  'colocated',
  'speakers',
  'language',
  'url',
  'capacity',
  'level',
  'flags',
  'slidesUrl',
  'replayUrl',
] as const
export type SessionField = (typeof sessionFields)[number]
/** What an organizer can decide, over what is imported: those, and whether it is cancelled. */
export const overridableFields = [...sessionFields, 'status'] as const
export type OverridableField = (typeof overridableFields)[number]
export type FieldValue = Snapshot[SessionField]

/** @returns a function that gives what a program says of one of its sessions */
export function snapshotsOf(program: Program): (session: ProgramSession) => Snapshot {
  const [rooms, tracks, colocatedEvents] = [program.rooms, program.tracks, program.colocatedEvents].map(
    (parts) => new Map(parts.map(({ key, name }) => [key, name])),
  )
  const speakers = new Map(program.speakers.map(({ key, name, company }) => [key, { name, company }]))
  return ({ sourceId: _, roomKeys, trackKey, colocatedKey, speakerKeys, ...said }) => ({
    ...said,
    rooms: roomKeys.flatMap((key) => rooms?.get(key) ?? []),
    track: (trackKey !== null && tracks?.get(trackKey)) || null,
    colocated: (colocatedKey !== null && colocatedEvents?.get(colocatedKey)) || null,
    speakers: speakerKeys.flatMap((key) => speakers.get(key) ?? []),
  })
}

/**
 * Are these the same value? A speaker's place in a list counts: it is shown. A room's does not: rows that change order
 * move nobody.
 */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return a === b || comparable(a) === comparable(b)
}

// The database gives an object's keys back in an order of its own.
function comparable(value: FieldValue): string {
  // Nobody sees spaces at the edges of lines.
  if (typeof value === 'string') return JSON.stringify(value.replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n'))
  if (!Array.isArray(value)) return JSON.stringify(value)
  const parts = value.map((part) => (typeof part === 'string' ? part : JSON.stringify([part.name, part.company])))
  return JSON.stringify(value.every((part) => typeof part === 'string') ? parts.toSorted() : parts)
}
