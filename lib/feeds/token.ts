import type { Database } from '@/lib/platform/db'
import { hashToken, makeToken } from '@/lib/platform/ids'
import { HOUR_MS } from '@/lib/platform/time'
import { readerOf } from './feed-reader'

/** Makes a secret address for a person's plan. The secret is returned this once; only its hash is kept. */
export async function createFeedToken(
  db: Database,
  owner: { userId: string; conferenceId: string; name: string },
  now: Date,
): Promise<{ id: string; secret: string }> {
  const secret = makeToken()
  const { id } = await db.feedToken.create({
    data: { ...owner, tokenHash: hashToken(secret), createdAt: now },
    select: { id: true },
  })
  return { id, secret }
}

/** A person's working addresses for one conference, the newest first. */
export function listFeedTokens(db: Database, owner: { userId: string; conferenceId: string }) {
  return db.feedToken.findMany({
    where: { ...owner, revokedAt: null },
    select: { id: true, name: true, createdAt: true, lastReadAt: true, lastReadBy: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

/**
 * Ends an address of this person's for good, with what it told. Somebody else's, or one that has ended, stays as it is.
 */
export async function revokeFeedToken(
  db: Database,
  { id, userId }: { id: string; userId: string },
  now: Date,
): Promise<void> {
  await db.feedToken.updateMany({ where: { id, userId, revokedAt: null }, data: { revokedAt: now } })
  await db.feedEntry.deleteMany({ where: { feed: { id, userId } } })
}

/** Whose plan of which conference a secret opens; null for one that we never made or that was revoked. */
export function findFeedToken(db: Database, secret: string) {
  return db.feedToken.findFirst({
    where: { tokenHash: hashToken(secret), revokedAt: null },
    select: {
      id: true,
      createdAt: true,
      lastReadAt: true,
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
