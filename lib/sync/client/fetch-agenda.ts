import * as z from 'zod/mini'
import type { ProgramChange } from '@/lib/planning/changes'
import type { Agenda } from '@/lib/schedule/agenda'
import { agendaSchema } from './agenda-schema'

export type FetchedAgenda = { agenda: Agenda; etag: string | null }

// What is shown meanwhile is the last good one.
const TIMEOUT_MS = 20_000

/** A conference's agenda; 'unchanged' if it is still the one with this ETag; null when it could not be had, or not be read. */
export async function fetchAgenda(slug: string, etag: string | null): Promise<FetchedAgenda | 'unchanged' | null> {
  const fetched = await fetchDocument(`/c/${slug}/agenda.json`, etag, readAgenda)
  return fetched === null || fetched === 'unchanged' ? fetched : { agenda: fetched.value, etag: fetched.etag }
}

/** The sessions' texts by id; 'unchanged' and null as for the agenda. */
export async function fetchDescriptions(slug: string, etag: string | null): Promise<{ value: Record<string, string>; etag: string | null } | 'unchanged' | null> {
  return fetchDocument(`/c/${slug}/descriptions.json`, etag, readDescriptions)
}

export type FetchedChanges = { value: ProgramChange[]; etag: string | null }

/** What changed in a programme, the latest first; 'unchanged' and null as for the agenda. */
export async function fetchChanges(slug: string, etag: string | null): Promise<FetchedChanges | 'unchanged' | null> {
  return fetchDocument(`/c/${slug}/changes.json`, etag, readChanges)
}

async function fetchDocument<Value>(address: string, etag: string | null, read: (json: unknown) => Value | null) {
  try {
    const known: RequestInit = etag ? { headers: { 'if-none-match': etag } } : { cache: 'no-cache' }
    const response = await fetch(address, { ...known, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.status === 304) return 'unchanged' as const
    const value = response.ok ? read(await response.json()) : null
    return value === null ? null : { value, etag: response.headers.get('etag') }
  } catch {
    return null
  }
}

const changesSchema = z.array(z.object({ sessionId: z.string(), field: z.string(), old: z.unknown(), new: z.unknown(), version: z.number(), at: z.string() }))

function readChanges(json: unknown): ProgramChange[] | null {
  const parsed = changesSchema.safeParse(json)
  return parsed.success ? parsed.data : null
}

function readDescriptions(json: unknown): Record<string, string> | null {
  const parsed = z.record(z.string(), z.string()).safeParse(json)
  return parsed.success ? parsed.data : null
}

/** An agenda from this device's own store, if this version of Hallway can read it. */
export function readAgenda(stored: unknown): Agenda | null {
  const parsed = agendaSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}
