import { z } from 'zod'
import type { ImportFile } from '../reading/adapter'
import { listEntries, type JsonEntry } from '../json/entries'
import { decodeText } from '../reading/encoding'
import { readJson, type JsonFault } from '../reading/json'
import { readEmbed, type Embed } from './embed'

const rows = z.array(z.unknown())

const viewSchema = z.union([
  z
    .object({ sessions: rows, speakers: rows, questions: rows, categories: rows, rooms: rows })
    .transform((all) => ({ view: 'all' as const, ...all })),
  z
    .array(
      z.object({ date: z.string(), rooms: z.array(z.object({ id: z.unknown(), name: z.unknown(), sessions: rows })) }),
    )
    .min(1)
    .transform((days) => ({ view: 'grid' as const, days })),
  z
    .array(z.object({ groupName: z.unknown(), sessions: rows }))
    .min(1)
    .transform((groups) => ({ view: 'sessions' as const, groups })),
  z
    .array(z.looseObject({ id: z.unknown(), fullName: z.string(), sessions: rows }))
    .min(1)
    .transform((speakers) => ({ view: 'speakers' as const, speakers })),
])
export type SessionizeView = z.output<typeof viewSchema> | ({ view: 'embed' } & Embed)

/** One entry of a view, not yet checked, with its place in the file. */
export type ViewEntry = JsonEntry & {
  /** GridSmart: the day under which it stands. */ dayOn: string | null
}

/** What all files of one import hold together. */
export type Entries = {
  sessions: ViewEntry[]
  speakers: ViewEntry[]
  rooms: ViewEntry[]
  questions: ViewEntry[]
  categories: ViewEntry[]
}

/** Which view of Sessionize's API a file is, or the embed of one; a problem's code when it is none. */
export function readView(file: ImportFile): SessionizeView | JsonFault | 'not-sessionize' {
  const json = readJson(file)
  if (json.ok) return viewSchema.safeParse(json.value).data ?? 'not-sessionize'
  const { text } = decodeText(file.bytes)
  const embed = text.includes('data-sessionid=') ? readEmbed(text) : null
  return embed ? { view: 'embed', ...embed } : json.code
}

/** Lays a view's entries side by side. GridSmart's `timeSlots` repeat the sessions of its `rooms` and are not read. */
export function entriesOf(view: SessionizeView, prefix: string): Entries {
  const list = (path: string, values: unknown[], dayOn: string | null = null): ViewEntry[] =>
    listEntries(prefix + path, values).map((entry) => ({ ...entry, dayOn }))
  const none: Entries = { sessions: [], speakers: [], rooms: [], questions: [], categories: [] }
  if (view.view === 'embed')
    return { ...none, sessions: list('sessions', view.sessions), rooms: list('rooms', view.rooms) }
  if (view.view === 'speakers') return { ...none, speakers: list('', view.speakers) }
  if (view.view === 'sessions')
    return { ...none, sessions: view.groups.flatMap((group, index) => list(`[${index}].sessions`, group.sessions)) }
  if (view.view === 'all') {
    return {
      sessions: list('sessions', view.sessions),
      speakers: list('speakers', view.speakers),
      rooms: list('rooms', view.rooms),
      questions: list('questions', view.questions),
      categories: list('categories', view.categories),
    }
  }
  return {
    ...none,
    sessions: view.days.flatMap((day, d) =>
      day.rooms.flatMap((room, r) =>
        list(`[${d}].rooms[${r}].sessions`, room.sessions, z.iso.date().safeParse(day.date.slice(0, 10)).data ?? null),
      ),
    ),
    rooms: view.days.flatMap((day, d) => list(`[${d}].rooms`, day.rooms)),
  }
}
