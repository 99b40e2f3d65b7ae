import type { Granted, Scope } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { loadBecame } from '@/lib/program/became'

/** May edit sessions: all of them, or those of what they lead. */
export type Editing = Granted<'editSessions' | 'editSchedule'>

/** @throws {AppError} FORBIDDEN where a session is not of what somebody leads, or is none of the conference */
export async function requireInScope(
  db: Database,
  { conferenceId, scope }: Pick<Editing, 'conferenceId' | 'scope'>,
  sessionIds: readonly string[],
): Promise<void> {
  if (!scope) return
  const led = await standingScope(db, conferenceId, scope)
  const ids = [...new Set(sessionIds)]
  const inside = await db.session.count({ where: { id: { in: ids }, conferenceId, ...inScope(led) } })
  if (inside < ids.length) throw new AppError('FORBIDDEN', 'scope')
}

/**
 * What a session belongs to that somebody writes: whoever leads a track can neither take one out of it nor add one to
 * another.
 * @returns the co-located event that a new one is of
 * @throws {AppError} FORBIDDEN
 */
export async function requireOwnTrack(
  db: Database,
  { conferenceId, scope }: Pick<Editing, 'conferenceId' | 'scope'>,
  trackId: string | null,
): Promise<{ colocatedId: string | null }> {
  if (!scope) return { colocatedId: null }
  const led = await standingScope(db, conferenceId, scope)
  if (!isOwnTrack(led, trackId)) throw new AppError('FORBIDDEN', 'scope')
  return { colocatedId: led.colocatedId }
}

/** What of a conference somebody may write, for many sessions in one look. */
export async function writableSessions(
  db: Database,
  { conferenceId, scope }: Pick<Editing, 'conferenceId' | 'scope'>,
  sessionIds: readonly string[],
): Promise<{ isInside: (sessionId: string) => boolean; mayBeIn: (trackId: string | null) => boolean }> {
  if (!scope) return { isInside: () => true, mayBeIn: () => true }
  const led = await standingScope(db, conferenceId, scope)
  const where = { id: { in: [...sessionIds] }, conferenceId, ...inScope(led) }
  const inside = new Set((await db.session.findMany({ where, select: { id: true } })).map(({ id }) => id))
  return { isInside: (id) => inside.has(id), mayBeIn: (trackId) => isOwnTrack(led, trackId) }
}

/** The sessions of what somebody leads; null: they may edit all. */
export async function listInScope(
  db: Database,
  { conferenceId, scope }: Pick<Editing, 'conferenceId' | 'scope'>,
): Promise<string[] | null> {
  if (!scope) return null
  const led = inScope(await standingScope(db, conferenceId, scope))
  const sessions = await db.session.findMany({ where: { conferenceId, ...led }, select: { id: true } })
  return sessions.map(({ id }) => id).sort()
}

/** Where what is led was merged into another, it is that. */
export async function standingScope(
  db: Database,
  conferenceId: string,
  { trackId, colocatedId }: Scope,
): Promise<Scope> {
  if (trackId === null) return { trackId, colocatedId }
  return { trackId: (await loadBecame(db, conferenceId, 'track'))(trackId), colocatedId }
}

function isOwnTrack(led: Scope, trackId: string | null): boolean {
  return led.trackId === null ? led.colocatedId !== null : led.trackId === trackId
}

/** Sessions of what is led; with nothing to lead there are none. */
function inScope({ trackId, colocatedId }: Scope) {
  return { OR: [...(trackId ? [{ trackId }] : []), ...(colocatedId ? [{ colocatedId }] : [])] }
}
