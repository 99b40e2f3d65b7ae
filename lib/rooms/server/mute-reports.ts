import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { addDays, dateOn, instantOf } from '@/lib/platform/time'

type Where = { conferenceId: string; roomId: string }

/**
 * Believes no attendee's word about a room any more, neither what was said nor what will be; stewards' counts stay. A
 * trigger tells every open screen.
 * @param lasts the rest of the day on the conference's clocks, or until somebody unmutes
 * @throws {AppError} NOT_FOUND
 */
export async function muteReports(
  db: Database,
  { conferenceId }: Granted<'editConference'>,
  roomId: string,
  lasts: 'day' | 'on',
  timeZone: string,
  now: Date,
): Promise<void> {
  const until = lasts === 'day' ? instantOf(`${addDays(dateOn(now, timeZone), 1)}T00:00`, timeZone) : null
  await update(db, { conferenceId, roomId }, { reportsMutedAt: now, reportsMutedUntil: until })
}

/** Believes attendees again, from now on. */
export async function unmuteReports(
  db: Database,
  { conferenceId }: Granted<'editConference'>,
  roomId: string,
  now: Date,
): Promise<void> {
  await update(db, { conferenceId, roomId }, { reportsMutedUntil: now })
}

/** Whether, and until when, attendees' reports about a room are muted; `until` null: until unmuted. */
export function mutedOf({
  reportsMutedAt,
  reportsMutedUntil,
}: {
  reportsMutedAt: Date | null
  reportsMutedUntil: Date | null
}): { until: Date | null } | undefined {
  return reportsMutedAt ? { until: reportsMutedUntil } : undefined
}

async function update(
  db: Database,
  { conferenceId, roomId }: Where,
  data: { reportsMutedAt?: Date; reportsMutedUntil: Date | null },
): Promise<void> {
  const { count } = await db.room.updateMany({ where: { id: roomId, conferenceId }, data })
  if (count === 0) throw new AppError('NOT_FOUND', 'room')
}
