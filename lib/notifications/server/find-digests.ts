import type { Database } from '@/lib/platform/db'
import { DAY_MS, dateOn, instantOf, timeOf } from '@/lib/platform/time'
import type { NewAlert } from './new-alert'

/** The hour in which a conference's digests leave, on its clocks. */
const HOUR = '07'
const END = '12:00'

/**
 * The digests of this morning: for whoever wants them, of each conference that takes place today and in which they
 * picked something.
 */
export async function findDigests(db: Database, now: Date): Promise<NewAlert[]> {
  const around = { gte: new Date(now.getTime() - 2 * DAY_MS), lte: new Date(now.getTime() + 2 * DAY_MS) }
  const conferences = await db.conference.findMany({
    where: { deletedAt: null, sessions: { some: { dayOn: around } } },
    select: {
      id: true,
      timeZone: true,
      sessions: { where: { dayOn: around }, distinct: ['dayOn'], select: { dayOn: true } },
    },
  })
  const found: NewAlert[] = []
  for (const { id, timeZone, sessions } of conferences) {
    const today = dateOn(now, timeZone)
    const expiresAt = instantOf(`${today}T${END}`, timeZone)
    if (
      !timeOf(now, timeZone).startsWith(`${HOUR}:`) ||
      !expiresAt ||
      !sessions.some(({ dayOn }) => dayOn.toISOString().startsWith(today))
    )
      continue
    const people = await db.user.findMany({
      where: {
        alertSetting: { digest: true },
        picks: { some: { conferenceId: id, droppedAt: null, rank: { not: 'hidden' } } },
      },
      select: { id: true },
    })
    found.push(
      ...people.map((person): NewAlert => ({
        userId: person.id,
        conferenceId: id,
        kind: 'digest',
        subjectId: id,
        version: today,
        expiresAt,
      })),
    )
  }
  return found
}
