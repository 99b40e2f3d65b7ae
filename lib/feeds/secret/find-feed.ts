import { createHash } from 'node:crypto'
import type { PrismaClient } from '@/generated/prisma/client'
import { can, type Role } from '@/lib/people/permissions'
import { hashToken } from '@/lib/platform/ids'
import type { PartKind } from '@/lib/program/parts'
import type { GivenFeed } from '../document'
import { SOFTWARE } from '../exports/software'
import { personalCalendar } from '../personal-calendar'
import { touchFeedToken } from '../token'
import { sharedCalendar } from './shared-calendar'
import type { FeedSubject } from './subject'

type FeedRequest = {
  db: PrismaClient
  token: string
  userAgent: string | null
  now: Date
  publicUrl: string
  instanceId: string
}

/** What a secret opens, before anything of it is written. */
export type FoundFeed = {
  /** Under which its text may be kept: addresses of the same calendar share one. */
  key: string
  /** How it stands now, where that is known without writing it: its version, and its hash if it was given before. */
  known: { version: number; hash: string | null; lastModified: Date | null } | null
  /** Null: there is nothing in it. */
  render: () => Promise<GivenFeed | null>
}

type FeedRow = {
  id: string
  conferenceId: string
  subject: FeedSubject
  subjectId: string | null
  lastReadAt: Date | null
  textHash: string | null
  changedAt: Date | null
  basis: string | null
  role: Role
  visibility: 'private' | 'public'
  version: number
  /** Of all that a plan, or a group's, is made of. */
  facts: string
}

/**
 * The calendar of a secret, by one question to the database: who revoked it, or may not see its conference any more,
 * has ended it in every process at once. Of a plan it is known by a digest of all that plans are made of (the version
 * of the programme, the person's counter of changes) whether what was given last is still what it says.
 * @returns null when the secret opens nothing
 */
export async function findFeed({ db, token, userAgent, ...request }: FeedRequest): Promise<FoundFeed | null> {
  const row = await readRow(db, token)
  if (!row) return null
  const isInSight = can(row.role, 'see', row.visibility)
  // A plan says for a while that it is gone.
  if (row.subject !== 'plan' && !isInSight) return null
  await touchFeedToken(db, row, userAgent, request.now)
  const { id, subject, subjectId, changedAt, textHash } = row
  if (subject === 'plan' || subject === 'group') {
    const basis = hashOf([row.facts, SOFTWARE.version, request.publicUrl, request.instanceId].join('\n'))
    const isSame = row.basis === basis && changedAt && textHash
    return {
      key: id,
      known: isSame ? { version: changedAt.getTime(), hash: textHash, lastModified: changedAt } : null,
      render: () => personalCalendar({ ...request, db, token, basis }),
    }
  }
  return {
    key: `${row.conferenceId} ${subject} ${subjectId ?? ''}`,
    known: { version: row.version, hash: null, lastModified: null },
    render: () => sharedCalendar({ ...request, db }, row.conferenceId, partOf(subject, subjectId)),
  }
}

// Asked by every calendar that polls: with a name, so that it is planned once.
async function readRow(db: PrismaClient, token: string): Promise<FeedRow | null> {
  const [row = null] = await db.$queryRaw<FeedRow[]>`/* named: find-feed */
    SELECT f."id", f."conferenceId", f."subject"::text, f."subjectId", f."lastReadAt", f."textHash", f."changedAt",
      f."basis", c."version", c."visibility"::text,
      CASE WHEN m."role" IS NULL OR c."deletedAt" IS NOT NULL THEN 'guest' ELSE m."role"::text END AS "role",
      jsonb_build_array(u."revision", u."language", c."version", c."visibility", m."role",
        CASE WHEN f."subject" = 'group' THEN (
          SELECT jsonb_agg(jsonb_build_array(
            g."userId", g."joinedAt", o."revision", o."name", w."role", s."name") ORDER BY g."userId")
          FROM "GroupMember" g JOIN "Group" s ON s."id" = g."groupId" JOIN "User" o ON o."id" = g."userId"
          LEFT JOIN "Membership" w ON w."userId" = g."userId" AND w."conferenceId" = f."conferenceId"
          WHERE g."groupId" = f."subjectId"
        ) END)::text AS "facts"
    FROM "FeedToken" f
    JOIN "User" u ON u."id" = f."userId"
    JOIN "Conference" c ON c."id" = f."conferenceId"
    LEFT JOIN "Membership" m ON m."userId" = f."userId" AND m."conferenceId" = f."conferenceId"
    WHERE f."tokenHash" = ${hashToken(token)} AND f."revokedAt" IS NULL
      AND (f."subject" <> 'group' OR EXISTS (
        SELECT 1 FROM "GroupMember" g WHERE g."groupId" = f."subjectId" AND g."userId" = f."userId"))`
  return row
}

function partOf(subject: 'conference' | PartKind, id: string | null): { kind: PartKind; id: string } | null {
  return subject === 'conference' ? null : { kind: subject, id: id ?? '' }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
