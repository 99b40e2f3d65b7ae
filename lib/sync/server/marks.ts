import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { DAY_MS } from '@/lib/platform/time'

/**
 * A mark names one state of a person's rows: the number of their counter and a word that is made when a device is first
 * told of that number. A server that was put back to before has not the words that it gave since, whatever its counter
 * says meanwhile: docs/decisions/009.
 */

type Database = PrismaClient | Prisma.TransactionClient

const MARK = /^(\d{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * A device that was away for longer compares all it has with all there is: that costs a moment, and changes nothing.
 */
const MARKS_KEPT_MS = 180 * DAY_MS

/** How a person's rows stand: their counter, and the mark that names it. */
type Standing = {
  revision: bigint
  mark: string
  /** Another mark, if any, is of this history. */ isKnown: boolean
}

/**
 * How a person's rows stand, the mark being made if no device was told of this number before. The number is committed,
 * or was taken by this very transaction. One question, for each push and each pull asks it.
 * @param mark what a device was told before
 * @returns null when there is no such person
 */
export async function readStanding(db: Database, userId: string, mark?: string): Promise<Standing | null> {
  const { revision: number, word: told } = partsOf(mark)
  const [row] = await db.$queryRaw<{ revision: bigint; word: string | null; isKnown: boolean }[]>`
    /* named: standing */
    WITH person AS (SELECT "id", "revision" FROM "User" WHERE "id" = ${userId}::uuid),
      standing AS (
        SELECT m."word" FROM "SyncMark" m JOIN person ON m."userId" = person."id" AND m."revision" = person."revision"),
      made AS (
        INSERT INTO "SyncMark" ("userId", "revision") SELECT "id", "revision" FROM person
        WHERE NOT EXISTS (SELECT FROM standing) ON CONFLICT DO NOTHING RETURNING "word")
    SELECT "revision", coalesce((SELECT "word" FROM standing), (SELECT "word" FROM made))::text AS "word",
      EXISTS (
        SELECT FROM "SyncMark" WHERE "userId" = ${userId}::uuid AND "revision" = ${number} AND "word" = ${told}::uuid)
        AS "isKnown"
    FROM person`
  if (!row) return null
  // Another device is told at the same moment: what was made for it can be seen now.
  if (row.word === null) return readStanding(db, userId, mark)
  return { revision: row.revision, mark: `${row.revision}-${row.word}`, isKnown: row.isKnown }
}

/** Is this mark of this server's history? */
export async function isKnownMark(db: Database, userId: string, mark: string): Promise<boolean> {
  const { revision, word } = partsOf(mark)
  return word !== null && (await db.syncMark.count({ where: { userId, revision, word } })) > 0
}

/** Of what no server of ours can have said: a number that nobody has, and no word. */
function partsOf(mark = ''): { revision: bigint; word: string | null } {
  const [, revision = '-1', word = null] = MARK.exec(mark) ?? []
  return { revision: BigInt(revision), word }
}

/** Forgets marks that no device in use has any more. @returns how many */
export async function purgeMarks(db: PrismaClient, now: Date): Promise<number> {
  return (await db.syncMark.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - MARKS_KEPT_MS) } } })).count
}
