import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { Unchanged } from '@/lib/schedule/edit/conference-version'
import type { Editing } from '@/lib/schedule/scope'

type Tx = Prisma.TransactionClient
/** A draft while it is changed. */
export type ChangedDraft = {
  conferenceId: string
  /** As it is… */ version: number
  /** …and will be. */ next: number
}

/** Moves of a whole programme are some thousand rows. */
const PATIENCE = { timeout: 30_000, maxWait: 30_000 }

/**
 * Changes the draft that a conference's organizers share: takes its row, so that whoever else writes to it waits, runs,
 * and raises its version, in one transaction. The programme is not locked: imports go on.
 * @param change hands back `new Unchanged(value)` where nothing was to be done
 */
export function changeDraft<Value>(
  db: PrismaClient,
  { conferenceId }: Editing,
  change: (tx: Tx, draft: ChangedDraft) => Promise<Value | Unchanged<Value>>,
): Promise<Value> {
  return db.$transaction(async (tx) => {
    const version = await takeDraft(tx, conferenceId)
    const changed = await change(tx, { conferenceId, version, next: version + 1 })
    if (changed instanceof Unchanged) return changed.value
    await raiseDraft(tx, conferenceId, version + 1)
    return changed
  }, PATIENCE)
}

/**
 * Not by an upsert: whoever writes a row twice in one transaction has its references checked, which waits for whoever
 * holds the conference, who may wait for this row.
 */
async function takeDraft(tx: Tx, conferenceId: string): Promise<number> {
  const held = await holdDraft(tx, conferenceId)
  if (held !== null) return held
  await tx.$executeRaw`
    INSERT INTO "Draft" ("conferenceId") VALUES (${conferenceId}::uuid) ON CONFLICT ("conferenceId") DO NOTHING`
  return (await holdDraft(tx, conferenceId)) ?? 0
}

/**
 * Takes the draft's row where there is one. Whoever needs the conference's, too, takes that first.
 * @returns its version; null: nobody has moved anything
 */
export async function holdDraft(tx: Tx, conferenceId: string): Promise<number | null> {
  const [draft] = await tx.$queryRaw<{ version: number }[]>`
    SELECT "version" FROM "Draft" WHERE "conferenceId" = ${conferenceId}::uuid FOR NO KEY UPDATE`
  return draft?.version ?? null
}

/** A trigger tells every board. */
export async function raiseDraft(tx: Tx, conferenceId: string, version: number): Promise<void> {
  await tx.draft.update({ where: { conferenceId }, data: { version } })
}
