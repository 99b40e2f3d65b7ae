import type { Database } from '@/lib/platform/db'
import type { Pusher } from '../deliver'
import { findAnnouncements } from './find-announced'
import { findFullRooms } from './find-full'
import { findMovedSessions } from './find-moved'
import { findNextSessions } from './find-next'
import { findWaitingSources } from './find-waiting'
import { keepAlerts } from './new-alert'
import { sendAlerts, type Sent } from './send-alerts'

/**
 * Finds what people are to be told now, and keeps it: to be run every minute, by one of all processes.
 * @returns how many are new
 */
export async function findAlerts(db: Database, now: Date): Promise<{ found: number }> {
  const found = [
    ...(await findNextSessions(db, now)),
    ...(await findFullRooms(db, now)),
    ...(await findMovedSessions(db, now)),
    ...(await findAnnouncements(db, now)),
    ...(await findWaitingSources(db, now)),
  ]
  return { found: await keepAlerts(db, found, now) }
}

/** Finds it, and tells them. */
export async function alertPeople(db: Database, pusher: Pusher, now: Date): Promise<Sent & { found: number }> {
  return { ...(await findAlerts(db, now)), ...(await sendAlerts(db, pusher, () => now)) }
}
