import { can, roles } from '@/lib/people/permissions'
import type { Database } from '@/lib/platform/db'
import { DAY_MS, HOUR_MS } from '@/lib/platform/time'
import { subscribed, type NewAlert } from './new-alert'

/** What waits longer was found by an earlier run, unless the server was off. */
const SINCE_MS = 2 * HOUR_MS
const WORTH_MS = DAY_MS

const organizers = roles.flatMap((role) => (role !== 'guest' && can(role, 'import', 'private') ? role : []))

/** Sources whose changes wait for a yes since a short while, for those who may say it. */
export async function findWaitingSources(db: Database, now: Date): Promise<NewAlert[]> {
  const rows = await db.waitingImport.findMany({
    where: {
      createdAt: { gt: new Date(now.getTime() - SINCE_MS), lte: now },
      source: { conference: { deletedAt: null } },
    },
    select: {
      sourceId: true,
      changesHash: true,
      createdAt: true,
      source: {
        select: {
          conference: {
            select: {
              id: true,
              memberships: { where: { role: { in: organizers }, user: subscribed }, select: { userId: true } },
            },
          },
        },
      },
    },
  })
  return rows.flatMap(({ sourceId, changesHash, createdAt, source: { conference } }) =>
    conference.memberships.map(({ userId }): NewAlert => ({
      userId,
      conferenceId: conference.id,
      kind: 'sourceWaits',
      subjectId: sourceId,
      version: changesHash,
      expiresAt: new Date(createdAt.getTime() + WORTH_MS),
    })),
  )
}

/** What of these alerts' sources still waits, and for whose yes. */
export async function listWaitingSources(db: Database, alerts: readonly { kind: string; subjectId: string }[]) {
  const ids = alerts.flatMap(({ kind, subjectId }) => (kind === 'sourceWaits' ? subjectId : []))
  if (ids.length === 0) return []
  const rows = await db.waitingImport.findMany({
    where: { sourceId: { in: ids }, source: { conference: { deletedAt: null } } },
    select: {
      sourceId: true,
      changesHash: true,
      source: {
        select: {
          name: true,
          conference: {
            select: {
              slug: true,
              name: true,
              timeZone: true,
              language: true,
              memberships: { where: { role: { in: organizers } }, select: { userId: true } },
            },
          },
        },
      },
    },
  })
  return rows.map(({ source: { name, conference }, ...row }) => ({
    ...row,
    name,
    conference,
    organizers: conference.memberships.map(({ userId }) => userId),
  }))
}
