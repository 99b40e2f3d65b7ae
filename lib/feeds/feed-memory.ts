import { Prisma } from '@/generated/prisma/client'
import { shownSchema, type GivenEntry } from './feed-revisions'
import type { Database } from '@/lib/platform/db'

type Tx = Prisma.TransactionClient

/** All that a feed ever gave, by id. */
export async function listGiven(db: Database, feedId: string): Promise<Map<string, GivenEntry>> {
  const rows = await db.feedEntry.findMany({
    where: { feedId },
    select: { entryId: true, shown: true, sequence: true, revisedAt: true, goneAt: true, endedAt: true },
    orderBy: { entryId: 'asc' },
  })
  return new Map(rows.map((row) => [row.entryId, { ...row, shown: shownSchema.parse(row.shown) }]))
}

/** Keeps what a feed gives from now on. */
export async function keepGiven(tx: Tx, feedId: string, changed: readonly GivenEntry[]): Promise<void> {
  if (changed.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "FeedEntry" ("feedId", "entryId", "shown", "sequence", "revisedAt", "goneAt", "endedAt")
    SELECT ${feedId}::uuid, "entryId", "shown", "sequence", "revisedAt", "goneAt", "endedAt"
    FROM jsonb_populate_recordset(NULL::"FeedEntry", ${JSON.stringify(changed)}::jsonb)
    ON CONFLICT ("feedId", "entryId") DO UPDATE SET "shown" = EXCLUDED."shown", "sequence" = EXCLUDED."sequence",
      "revisedAt" = EXCLUDED."revisedAt", "goneAt" = EXCLUDED."goneAt", "endedAt" = EXCLUDED."endedAt"`
}

/** What a feed said last, taken for the rest of the transaction: whoever else reads something new there waits. */
export async function lockFeed(
  tx: Tx,
  feedId: string,
): Promise<{ textHash: string | null; changedAt: Date | null } | null> {
  const [feed = null] = await tx.$queryRaw<{ textHash: string | null; changedAt: Date | null }[]>`
    SELECT "textHash", "changedAt" FROM "FeedToken"
    WHERE "id" = ${feedId}::uuid AND "revokedAt" IS NULL FOR NO KEY UPDATE`
  return feed
}
