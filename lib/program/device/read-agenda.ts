import * as z from 'zod/mini'
import type { Parts } from '@/lib/platform/tasks/in-parts'
import type { Agenda } from '../agenda'
import { agendaSchema } from './document-schemas'

/** So many of a list are looked at before the page may do something else. */
const AT_ONCE = 50

/** What there are thousands of. */
const { sessions: sessionsSchema, speakers: speakersSchema } = agendaSchema.shape
const listsSchema = z.object({ sessions: z.array(z.unknown()), speakers: z.array(z.unknown()) })

/** Reads an agenda by its schema, list by list. @returns null: this version cannot read it */
export function* readAgenda(json: unknown): Parts<Agenda | null> {
  const lists = listsSchema.safeParse(json).data
  if (!lists || typeof json !== 'object') return null
  const rest = agendaSchema.safeParse({ ...json, sessions: [], speakers: [] }).data
  if (!rest) return null
  yield
  const speakers = yield* readList(speakersSchema, lists.speakers)
  if (!speakers) return null
  const sessions = yield* readList(sessionsSchema, lists.sessions)
  return sessions && { ...rest, speakers, sessions }
}

function* readList<Item>(schema: z.ZodMiniType<Item[]>, all: readonly unknown[]): Parts<Item[] | null> {
  const read: Item[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const { data } = schema.safeParse(all.slice(from, from + AT_ONCE))
    if (!data) return null
    read.push(...data)
    yield
  }
  return read
}
