import { z } from 'zod'
import { filesByPart, type JsonEntry } from '../json/entries'
import type { ImportFile } from '../reading/adapter'
import type { ProgramDraft } from '../reading/program-draft'

const rows = z.record(z.string(), z.unknown())
const daySign = z.object({ timeslots: z.array(z.unknown()) })
const sessionSign = z.object({ title: z.string(), description: z.unknown(), tags: z.array(z.unknown()) })
const speakerSign = z.object({ name: z.string(), bio: z.string(), socials: z.unknown() })

const collections = ['schedule', 'sessions', 'speakers'] as const
export type Collection = (typeof collections)[number]

/** A document of one of Hoverboard's collections, with its key there: a date, a session's id, a speaker's. */
export type HoverboardEntry = JsonEntry & { key: string }
export type HoverboardEntries = Record<Collection, HoverboardEntry[]>

/**
 * What a file is: all of a site's data ("firebase-data.json"), or one collection of it by itself; null for neither.
 */
export function hoverboardPartOf(json: unknown): 'all' | Collection | null {
  const parts = rows.safeParse(json).data
  if (!parts || Array.isArray(json)) return null
  if (holds(parts.schedule, daySign)) return 'all'
  if (holds(parts, daySign)) return 'schedule'
  if (holds(parts, sessionSign)) return 'sessions'
  return holds(parts, speakerSign) ? 'speakers' : null
}

function holds(collection: unknown, sign: z.ZodType): boolean {
  const sample = Object.values(rows.safeParse(collection).data ?? {}).slice(0, 20)
  return sample.some((value) => sign.safeParse(value).success)
}

/** The documents of all files, by collection; of each file that is none of Hoverboard's it is said. */
export function hoverboardEntries(files: ImportFile[], addProblem: ProgramDraft['addProblem']) {
  const entries: HoverboardEntries = { schedule: [], sessions: [], speakers: [] }
  const parts = filesByPart(files, hoverboardPartOf, addProblem)
  for (const { prefix, part, json } of parts)
    for (const collection of collections) {
      const found = part === 'all' ? rows.safeParse(json).data?.[collection] : part === collection ? json : null
      const path = part === 'all' ? `${prefix}${collection}` : prefix
      for (const [key, value] of Object.entries(rows.safeParse(found).data ?? {}))
        entries[collection].push({ key, value, path: `${path}[${key}]` })
    }
  return { entries, parts }
}
