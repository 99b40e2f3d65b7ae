import type { Prisma } from '@/generated/prisma/client'
import { requireAccess } from '@/lib/people/server/access'
import { AppError } from '@/lib/platform/errors'
import type { UserViewer } from '@/lib/people/server/viewer-of-cookies'
import { isStale, saidAt } from '../as-of'
import { nextRevisions } from '@/lib/sync/server/pull-counter'
import type { PickRank, SetPick } from '../schema'

type Transaction = Prisma.TransactionClient
type Conference = { id: string; visibility: 'private' | 'public'; version: number }
type Placed = SetPick & { conference: Conference }
type Written = Omit<Placed, 'rank'> & { rank: PickRank; knownVersion: number }

/**
 * Picks sessions, or changes the ranks or what is known of picks, in the order given; a device that was offline sends
 * dozens at once. What is so already writes nothing. Whoever calls holds the person's lock.
 * @param picks each of another session
 * @returns by session what was refused: NOT_FOUND when there is no such session for this person, FORBIDDEN
 */
export async function setPicks(
  tx: Transaction,
  viewer: UserViewer,
  picks: readonly SetPick[],
  now: Date,
): Promise<ReadonlyMap<string, AppError>> {
  const sessionIds = picks.map(({ sessionId }) => sessionId)
  const sessions = await tx.session.findMany({
    where: { id: { in: sessionIds } },
    select: { id: true, conference: { select: { id: true, visibility: true, version: true } } },
  })
  const conferences = new Map(sessions.map(({ id, conference }) => [id, conference]))
  const closed = await refusalsOf(tx, viewer, [
    ...new Map(sessions.map(({ conference }) => [conference.id, conference])).values(),
  ])
  const refused = new Map<string, AppError>()
  const placed: Placed[] = []
  for (const pick of picks) {
    const conference = conferences.get(pick.sessionId)
    const refusal = conference ? closed.get(conference.id) : new AppError('NOT_FOUND', 'session')
    if (refusal) refused.set(pick.sessionId, refusal)
    else if (conference) placed.push({ ...pick, conference })
  }
  await write(tx, viewer.id, await withoutWhatStands(tx, viewer.id, placed), now)
  return refused
}

/** By conference why this person may not plan in it. */
async function refusalsOf(
  tx: Transaction,
  viewer: UserViewer,
  conferences: readonly Conference[],
): Promise<Map<string, AppError>> {
  const refusals = new Map<string, AppError>()
  for (const conference of conferences) {
    try {
      await requireAccess(tx, viewer, conference, 'plan')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refusals.set(conference.id, error)
    }
  }
  return refusals
}

async function withoutWhatStands(tx: Transaction, userId: string, picks: readonly Placed[]): Promise<Written[]> {
  const rows = await tx.pick.findMany({
    where: { userId, sessionId: { in: picks.map(({ sessionId }) => sessionId) } },
    select: { sessionId: true, rank: true, knownVersion: true, updatedAt: true, droppedAt: true },
  })
  const known = new Map(rows.map((row) => [row.sessionId, row]))
  return picks.flatMap((pick) => {
    const { version } = pick.conference
    const row = known.get(pick.sessionId)
    if (isStale(pick.asOf, row)) return []
    const kept = row?.droppedAt ? undefined : row
    const rank = pick.rank ?? kept?.rank
    if (!rank || (kept && pick.adds)) return []
    // What nobody can have seen yet is news to everybody.
    const knownVersion = Math.min(pick.knownVersion ?? kept?.knownVersion ?? version, version)
    return kept?.rank === rank && kept.knownVersion === knownVersion ? [] : [{ ...pick, rank, knownVersion }]
  })
}

/** What only says that I know of a change leaves the entry in my calendar as it is. */
async function write(tx: Transaction, userId: string, picks: readonly Written[], now: Date): Promise<void> {
  if (picks.length === 0) return
  const first = await nextRevisions(tx, userId, picks.length)
  const rows = JSON.stringify(
    picks.map(({ sessionId, conference, rank, knownVersion, asOf }, index) => ({
      sessionId,
      conferenceId: conference.id,
      rank,
      knownVersion,
      revision: String(first + BigInt(index)),
      updatedAt: saidAt(asOf, now),
    })),
  )
  await tx.$executeRaw`
    INSERT INTO "Pick" AS p (
      "userId", "sessionId", "conferenceId", "rank", "knownVersion", "revision", "createdAt", "updatedAt")
    SELECT ${userId}::uuid, r."sessionId", r."conferenceId", r."rank"::"PickRank", r."knownVersion", r."revision",
      ${now}, r."updatedAt"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(
      "sessionId" uuid, "conferenceId" uuid, "rank" text, "knownVersion" int, "revision" bigint,
      "updatedAt" timestamptz)
    ON CONFLICT ("userId", "sessionId") DO UPDATE
    SET "rank" = EXCLUDED."rank", "knownVersion" = EXCLUDED."knownVersion", "revision" = EXCLUDED."revision",
      "droppedAt" = NULL,
      "sequence" = p."sequence" + CASE WHEN p."rank" = EXCLUDED."rank" AND p."droppedAt" IS NULL THEN 0 ELSE 1 END,
      "updatedAt" = CASE WHEN p."rank" = EXCLUDED."rank" AND p."droppedAt" IS NULL THEN p."updatedAt"
        ELSE EXCLUDED."updatedAt" END`
}
