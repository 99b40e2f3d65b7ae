import * as z from 'zod/mini'
import type { Agenda } from '../agenda'
import type { ProgramChange } from '../program-change'
import { sessionFlags } from '../session-flags'
import { sessionKinds } from '../session-kinds'

const text = z.string()
const maybe = z.optional(text)
const formerly = z.optional(z.array(text))
const amount = z.optional(z.number())

/**
 * A conference's agenda as a browser takes it from the wire, or from its own store, where an older version may have
 * left it.
 */
export const agendaSchema = z.object({
  conference: z.object({
    id: text,
    slug: text,
    name: text,
    timeZone: text,
    language: text,
    venue: maybe,
    c3nav: maybe,
    visibility: z.enum(['private', 'public']),
    version: z.number(),
  }),
  days: z.array(text),
  rooms: z.array(
    z.object({
      id: text,
      slug: text,
      formerly,
      name: text,
      floor: maybe,
      zone: maybe,
      capacity: amount,
      capacityKind: z.enum(['seats', 'headsets']),
      place: z.optional(z.object({ floor: text, x: z.number(), y: z.number() })),
    }),
  ),
  tracks: z.array(z.object({ id: text, slug: text, formerly, name: text, color: z.number() })),
  colocatedEvents: z.array(z.object({ id: text, slug: text, formerly, name: text, pass: maybe })),
  speakers: z.array(z.object({ id: text, slug: text, formerly, name: text, company: maybe })),
  sessions: z.array(
    z.object({
      id: text,
      number: z.number(),
      slug: text,
      title: text,
      kind: z.enum(sessionKinds),
      status: z.enum(['confirmed', 'tentative', 'cancelled']),
      dayOn: text,
      startAt: maybe,
      endAt: maybe,
      rooms: z.array(text),
      track: maybe,
      colocated: maybe,
      parent: maybe,
      speakers: z.array(text),
      language: maybe,
      slides: maybe,
      replay: maybe,
      capacity: amount,
      level: maybe,
      flags: z.optional(z.array(z.enum(sessionFlags))),
    }),
  ),
  walks: z.optional(z.array(z.object({ from: text, to: text, minutes: z.number() }))),
  floors: z.optional(z.array(z.object({ id: text, name: text, picture: text, width: z.number(), height: z.number() }))),
}) satisfies z.ZodMiniType<Agenda>

/** The texts of sessions and speakers by id. */
export const descriptionsSchema = z.record(text, text)

/** What changed in a programme. */
export const changesSchema = z.array(
  z.object({ sessionId: text, field: text, old: z.unknown(), new: z.unknown(), version: z.number(), at: text }),
) satisfies z.ZodMiniType<ProgramChange[]>
