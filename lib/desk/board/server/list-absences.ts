import type { Database } from '@/lib/platform/db'
import { loadBecame } from '@/lib/program/became'
import type { Span } from '../board'

/** When speakers of a conference cannot be there, by who they are now, earliest first. */
export async function listAbsences(db: Database, conferenceId: string): Promise<Map<string, Span[]>> {
  const rows = await db.absence.findMany({ where: { conferenceId }, orderBy: [{ startAt: 'asc' }, { id: 'asc' }] })
  const became = rows.length > 0 ? await loadBecame(db, conferenceId, 'speaker') : null
  const away = new Map<string, Span[]>()
  for (const { speakerId, startAt, endAt } of rows) {
    const id = became?.(speakerId) ?? speakerId
    away.set(id, [...(away.get(id) ?? []), { startAt: startAt.toISOString(), endAt: endAt.toISOString() }])
  }
  return away
}
