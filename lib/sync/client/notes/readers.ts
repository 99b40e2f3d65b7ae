import * as z from 'zod/mini'
import type { ProgramChange } from '@/lib/planning/changes'
import { announcementsSchema, type Announcements } from '@/lib/rooms/announcements-schema'
import { roomStatesSchema, type RoomStates } from '@/lib/rooms/room-states'
import type { Agenda } from '@/lib/program/agenda'
import { agendaSchema } from '../programme/agenda-schema'

/**
 * What comes to a list page from the wire or from this device's own store is read here and nowhere else: validators in
 * one file that every page fetches once (`import('./readers')`) weigh a third of what they weigh beside each thing they
 * read. Each gives null for what this version cannot read.
 */

export function readAgenda(json: unknown): Agenda | null {
  return reading(agendaSchema, json)
}

const descriptionsSchema = z.record(z.string(), z.string())

export function readDescriptions(json: unknown): Record<string, string> | null {
  return reading(descriptionsSchema, json)
}

const changesSchema = z.array(
  z.object({
    sessionId: z.string(),
    field: z.string(),
    old: z.unknown(),
    new: z.unknown(),
    version: z.number(),
    at: z.string(),
  }),
)

export function readChanges(json: unknown): ProgramChange[] | null {
  return reading(changesSchema, json)
}

export function readRoomStates(json: unknown): RoomStates | null {
  return reading(roomStatesSchema, json)
}

export function readAnnouncements(json: unknown): Announcements | null {
  return reading(announcementsSchema, json)
}

const whoSchema = z.object({ viewer: z.nullable(z.object({ id: z.string() })) })

/** The server's answer to who is signed in. */
export function readWho(json: unknown): { viewer: { id: string } | null } | null {
  return reading(whoSchema, json)
}

function reading<Schema extends z.ZodMiniType>(schema: Schema, json: unknown): z.output<Schema> | null {
  const parsed = schema.safeParse(json)
  return parsed.success ? parsed.data : null
}
