import type { PrismaClient } from '@/generated/prisma/client'
import { endDepartures } from '@/lib/feeds/end-departures'
import { purgeRevoked } from '@/lib/feeds/token'
import { purgeNotes } from '@/lib/notes/server/purge-notes'
import { purgePhotos } from '@/lib/notes/server/purge-photos'
import { publishedAmong } from '@/lib/recaps/server/content-now'
import { purgeActs } from '@/lib/operating/server/acts'
import { purgeAlerts } from '@/lib/notifications/server/new-alert'
import { purgeInvitations } from '@/lib/people/server/invitations'
import { purgeBlocked } from '@/lib/people/server/blocked-addresses'
import { purgeSignIns } from '@/lib/people/server/sign-ins'
import { DAY_MS } from '@/lib/platform/time'
import { purgeReporters } from '@/lib/rooms/server/mutations'
import { plansAmong, purgeFloors } from '@/lib/schedule/building/plan-pictures'
import { purgeConferences } from '@/lib/schedule/edit/purge-conferences'
import { purgeMarks } from '@/lib/sync/server/marks'
import { purgeParcels } from '@/lib/sync/server/parcels'

/** A device that comes back later than this pushes its mutations again, and they are run again. */
const MUTATIONS_KEPT_MS = 30 * DAY_MS
/** Long enough that limits by address still see a day's tries. */
const CODES_KEPT_MS = DAY_MS

/**
 * Deletes what has served: sign-in codes a day after they expired, counters that ran out, parcels that nobody took,
 * sign-ins that ended, what the operator did two years ago, answers to mutations older than 30 days, marks of half a
 * year ago, the programmes of conferences and the texts of notes deleted 30 days ago, floors taken away so long ago,
 * photos that no note holds, and the bytes of what was deleted; invitations that nobody answered and alerts told 180
 * days ago, calendars' secret addresses ended 30 days ago, and by whom rooms were reported then. Calendars forget what
 * left them 30 days ago. docs/privacy.md says the same to people.
 * @returns how many of each
 */
export async function purge(
  db: PrismaClient,
  now: Date,
): Promise<{
  codes: number
  limits: number
  mutations: number
  marks: number
  parcels: number
  signIns: number
  acts: number
  invitations: number
  alerts: number
  calendars: number
  reporters: number
  conferences: number
  departures: number
  notes: number
  floors: number
  photos: number
  blobs: number
}> {
  const [codes, limits, mutations] = await db.$transaction([
    db.signInCode.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - CODES_KEPT_MS) } } }),
    db.rateLimit.deleteMany({ where: { expire: { lt: now } } }),
    db.mutation.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - MUTATIONS_KEPT_MS) } } }),
  ])
  return {
    codes: codes.count,
    limits: limits.count,
    mutations: mutations.count,
    marks: await purgeMarks(db, now),
    parcels: await purgeParcels(db, now),
    signIns: await purgeSignIns(db, now),
    acts: (await purgeActs(db, now)) + (await purgeBlocked(db, now)),
    invitations: await purgeInvitations(db, now),
    alerts: await purgeAlerts(db, now),
    calendars: await purgeRevoked(db, now),
    reporters: await purgeReporters(db, now),
    conferences: await purgeConferences(db, now),
    departures: await endDepartures(db, now),
    notes: await purgeNotes(db, now),
    floors: await purgeFloors(db, now),
    ...(await purgePhotos(
      db,
      now,
      (ids) => publishedAmong(db, ids, now),
      (keys) => plansAmong(db, keys),
    )),
  }
}
