import { Prisma, type PrismaClient } from '@/generated/prisma/client'
import { DAY_MS } from '@/lib/platform/time'
import { CONFERENCE_KEPT_DAYS } from './conference-bin'

/** A programme of a thousand sessions goes in one piece. */
const PATIENCE = { timeout: 60_000 }

/**
 * Ends the conferences that were deleted 30 days ago. Their programme, rooms, people and releases go; of each stays,
 * under no address, what says where somebody's notes and picks belonged: its name and zone, and the titles and times of
 * those sessions. When there is no such note and pick (any more), nothing stays.
 * @returns how many ended
 */
export async function purgeConferences(db: PrismaClient, now: Date): Promise<number> {
  const isDue = {
    purgedAt: null,
    // Its owner can take its programme along for as long as it is.
    takenDownAt: null,
    deletedAt: { lt: new Date(now.getTime() - CONFERENCE_KEPT_DAYS * DAY_MS) },
  }
  const due = await db.conference.findMany({ where: isDue, select: { id: true } })
  for (const { id } of due) {
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Conference" WHERE "id" = ${id}::uuid FOR UPDATE`
      // Brought back in the meantime.
      if ((await tx.conference.count({ where: { id, ...isDue } })) === 0) return
      await dropProgramme(tx, id)
      await dropSessions(tx, id)
      // Its address is free again.
      await tx.conference.update({
        where: { id },
        data: { purgedAt: now, slug: id, acronym: id.replaceAll('-', ''), venue: null, url: null },
      })
    }, PATIENCE)
  }
  await db.conference.deleteMany({
    where: {
      purgedAt: { not: null },
      notes: { none: {} },
      picks: { none: {} },
      blocks: { none: {} },
      attendances: { none: {} },
      groups: { none: {} },
      readings: { none: {} },
    },
  })
  return due.length
}

/**
 * These stay, the last two as far as somebody's rows refer to them: who could write there is heard also when their
 * device comes back later.
 */
const stays = ['Membership', 'Session', 'Room']

/**
 * What would go with the conference's row goes now, table by table: by the database's own account of it, so that none
 * is forgotten.
 */
async function dropProgramme(tx: Prisma.TransactionClient, conferenceId: string): Promise<void> {
  await tx.reading.deleteMany({ where: { conferenceId, userId: null } })
  await tx.group.deleteMany({ where: { conferenceId, members: { none: {} } } })
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
    WHERE contype = 'f' AND confdeltype = 'c' AND confrelid = '"Conference"'::regclass
      AND conrelid <> ALL(${stays.map((name) => `"${name}"`)}::regclass[])`
  for (const { name } of tables)
    await tx.$executeRawUnsafe(`DELETE FROM ${name} WHERE "conferenceId" = $1::uuid`, conferenceId)
}

async function dropSessions(tx: Prisma.TransactionClient, conferenceId: string): Promise<void> {
  await tx.override.deleteMany({ where: { OR: [{ session: { conferenceId } }, { room: { conferenceId } }] } })
  await tx.session.deleteMany({
    where: { conferenceId, notes: { none: {} }, picks: { none: {} }, attendances: { none: {} } },
  })
  await tx.room.deleteMany({ where: { conferenceId, readings: { none: {} } } })
  await tx.$executeRaw`
    UPDATE "Session" SET "rawTitle" = "title", "description" = NULL,
      "url" = NULL, "replayUrl" = NULL, "slidesUrl" = NULL, "level" = NULL, "flags" = '{}', "imported" = NULL
    WHERE "conferenceId" = ${conferenceId}::uuid`
}
