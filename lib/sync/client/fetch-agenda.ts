import type { Agenda } from '@/lib/schedule/agenda'
import { agendaSchema } from './agenda-schema'

export type FetchedAgenda = { agenda: Agenda; etag: string | null }

// What is shown meanwhile is the last good one.
const TIMEOUT_MS = 20_000

/** A conference's agenda; 'unchanged' if it is still the one with this ETag; null when it could not be had, or not be read. */
export async function fetchAgenda(slug: string, etag: string | null): Promise<FetchedAgenda | 'unchanged' | null> {
  try {
    const known: RequestInit = etag ? { headers: { 'if-none-match': etag } } : { cache: 'no-cache' }
    const response = await fetch(`/c/${slug}/agenda.json`, { ...known, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.status === 304) return 'unchanged'
    const parsed = response.ok ? agendaSchema.safeParse(await response.json()) : null
    return parsed?.success ? { agenda: parsed.data, etag: response.headers.get('etag') } : null
  } catch {
    return null
  }
}

/** An agenda from this device's own store, if this version of Hallway can read it. */
export function readAgenda(stored: unknown): Agenda | null {
  const parsed = agendaSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}
