import { z } from 'zod'
import { dayField, instantField, lineField, textField } from '@/lib/platform/fields'
import { sessionFlags } from './session-flags'
import { sessionKinds } from './session-kinds'

/**
 * One normalized programme: what every adapter makes of a source, and what diffs and exporters read.
 * `key`s join the parts inside one program (a source id, else the name); they mean nothing outside it.
 */

/** Longest texts that are kept; an adapter reports what it had to shorten. */
export const limits = { title: 500, name: 300, description: 20_000, url: 2_000, sessions: 10_000 } as const

const key = textField().min(1).max(limits.name)
const name = lineField().min(1).max(limits.name)
const dateOn = dayField()
const instant = instantField()
const link = z.url({ protocol: /^https?$/ }).max(limits.url)

const roomSchema = z.object({
  key,
  name,
  floor: name.nullable(),
  capacity: z.number().int().positive().nullable(),
  capacityKind: z.enum(['seats', 'headsets']),
})

const trackSchema = z.object({ key, name })

const colocatedEventSchema = z.object({ key, name })

const speakerSchema = z.object({
  /** The source's own id, else "name|company" in lower case. */
  key,
  name,
  company: name.nullable(),
  tagline: name.nullable(),
  bio: textField().max(limits.description).nullable(),
})

const programSessionSchema = z
  .object({
    /**
     * The source's id of this session, if it has ids; a talk that is held several times is several sessions of one id.
     */
    sourceId: textField().min(1).max(limits.name).nullable(),
    title: lineField().min(1).max(limits.title),
    /** The title as the source wrote it, speakers and flags included. */
    rawTitle: textField().min(1).max(limits.title),
    description: textField().max(limits.description).nullable(),
    kind: z.enum(sessionKinds),
    cancelled: z.boolean(),
    /** The programme day it belongs to: a session at 00:30 may belong to the day before. */
    dayOn: dateOn,
    /** Null: time to be announced. UTC, "…Z". */
    startAt: instant.nullable(),
    endAt: instant.nullable(),
    roomKeys: z.array(key),
    trackKey: key.nullable(),
    colocatedKey: key.nullable(),
    speakerKeys: z.array(key),
    language: textField().max(20).nullable(),
    url: link.nullable(),
    capacity: z.number().int().positive().nullable(),
    /** For whom, in the source's words: "Beginner", "Intermédiaire". */
    level: name.nullable(),
    flags: z.array(z.enum(sessionFlags)),
    slidesUrl: link.nullable(),
    replayUrl: link.nullable(),
  })
  .refine((session) => session.endAt === null || (session.startAt !== null && session.endAt >= session.startAt), {
    path: ['endAt'],
    message: 'end-before-start',
  })

export const programSchema = z.object({
  /** The conference's name as the source gives it. */
  title: name.nullable(),
  /** What tells this source from others of its format: X-WR-CALNAME, acronym, Sessionize id. */
  siteKey: key.nullable(),
  timeZone: textField().nullable(),
  language: textField().nullable(),
  rooms: z.array(roomSchema),
  tracks: z.array(trackSchema),
  colocatedEvents: z.array(colocatedEventSchema),
  speakers: z.array(speakerSchema),
  sessions: z.array(programSessionSchema).max(limits.sessions),
})

export type Program = z.output<typeof programSchema>
export type ProgramSession = Program['sessions'][number]
export type ProgramSpeaker = Program['speakers'][number]
