import { groupsOf } from '@/lib/people/server/participation'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken, makeToken } from '@/lib/platform/ids'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import { readerOf } from './feed-reader'
import type { Subject } from './secret/subject'

type Owner = { userId: string; conferenceId: string }

/** So long an address that was revoked can be had back. */
const UNDO_MS = 10 * MINUTE_MS
const REVOKED_KEPT_MS = 30 * DAY_MS

/** Makes a secret address of a calendar. The secret is returned this once; only its hash is kept. */
export async function createFeedToken(
  db: Database,
  { subject = 'plan', subjectId = null, ...owner }: Owner & Partial<Subject> & { name: string; language?: string },
  now: Date,
): Promise<{ id: string; secret: string }> {
  const secret = makeToken()
  const { id } = await db.feedToken.create({
    data: { ...owner, subject, subjectId, tokenHash: hashToken(secret), createdAt: now },
    select: { id: true },
  })
  return { id, secret }
}

/** A person's working addresses for one conference, the newest first; of groups, those that they are in. */
export async function listFeedTokens(db: Database, owner: Owner) {
  const groups = await listFeedGroups(db, owner)
  const tokens = await db.feedToken.findMany({
    where: {
      ...owner,
      revokedAt: null,
      OR: [{ subject: { not: 'group' } }, { subjectId: { in: groups.map(({ id }) => id) } }],
    },
    select: {
      id: true,
      name: true,
      subject: true,
      subjectId: true,
      createdAt: true,
      lastReadAt: true,
      lastReadBy: true,
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return { tokens, groups }
}

function listFeedGroups(db: Database, { userId, conferenceId }: Owner) {
  return db.group.findMany({
    where: { conferenceId, ...groupsOf(userId) },
    select: { id: true, name: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** Ends an address of this person's. Somebody else's, or one that has ended, stays as it is. */
export async function revokeFeedToken(
  db: Database,
  { id, userId }: { id: string; userId: string },
  now: Date,
): Promise<void> {
  await db.feedToken.updateMany({ where: { id, userId, revokedAt: null }, data: { revokedAt: now } })
}

/**
 * Takes that back, within ten minutes: who subscribed goes on as if nothing had been.
 * @throws {AppError} NOT_FOUND when it is none of this person's, or ended longer ago
 */
export async function restoreFeedToken(
  db: Database,
  { id, userId }: { id: string; userId: string },
  now: Date,
): Promise<void> {
  const { count } = await db.feedToken.updateMany({
    where: { id, userId, revokedAt: { gte: new Date(now.getTime() - UNDO_MS) } },
    data: { revokedAt: null },
  })
  if (count === 0) throw new AppError('NOT_FOUND', 'address')
}

/** Forgets what addresses told that nobody can have back. */
export async function forgetRevoked(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - UNDO_MS)
  await db.feedEntry.deleteMany({ where: { feed: { revokedAt: { lt: before } } } })
}

/** Deletes secret addresses that were ended 30 days ago: who read them last, too. @returns how many */
export async function purgeRevoked(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - REVOKED_KEPT_MS)
  return (await db.feedToken.deleteMany({ where: { revokedAt: { lt: before } } })).count
}

/** Whose calendar of which conference a secret opens; null for one that we never made or that was revoked. */
export function findFeedToken(db: Database, secret: string) {
  return db.feedToken.findFirst({
    where: { tokenHash: hashToken(secret), revokedAt: null },
    select: {
      id: true,
      subject: true,
      subjectId: true,
      language: true,
      createdAt: true,
      textHash: true,
      changedAt: true,
      frame: true,
      user: { select: { id: true, email: true, name: true, language: true } },
      conference: {
        select: {
          id: true,
          slug: true,
          name: true,
          language: true,
          timeZone: true,
          venue: true,
          visibility: true,
        },
      },
    },
  })
}

/**
 * Notes that an address was read and by what kind of program; at most once an hour, so that a busy reader costs no
 * writes.
 */
export async function touchFeedToken(
  db: Database,
  { id, lastReadAt }: { id: string; lastReadAt: Date | null },
  userAgent: string | null,
  now: Date,
): Promise<void> {
  const anHourAgo = new Date(now.getTime() - HOUR_MS)
  if (lastReadAt && lastReadAt > anHourAgo) return
  await db.feedToken.updateMany({
    where: { id, OR: [{ lastReadAt: null }, { lastReadAt: { lte: anHourAgo } }] },
    data: { lastReadAt: now, lastReadBy: readerOf(userAgent) },
  })
}
