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

/**
 * The mark of how a person's rows stand at this number of their counter, which must be committed, or taken by this very
 * transaction.
 */
export async function markOf(db: Database, userId: string, revision: bigint): Promise<string> {
  const key = { userId, revision }
  const known = await db.syncMark.findUnique({ where: { userId_revision: key }, select: { word: true } })
  if (known) return `${revision}-${known.word}`
  // Another device may be told at the same moment.
  await db.syncMark.createMany({ data: [key], skipDuplicates: true })
  const { word } = await db.syncMark.findUniqueOrThrow({ where: { userId_revision: key }, select: { word: true } })
  return `${revision}-${word}`
}

/** Is this mark of this server's history? */
export async function isKnownMark(db: Database, userId: string, mark: string): Promise<boolean> {
  const [, revision = '', word] = MARK.exec(mark) ?? []
  return word !== undefined && (await db.syncMark.count({ where: { userId, revision: BigInt(revision), word } })) > 0
}

/** Forgets marks that no device in use has any more. @returns how many */
export async function purgeMarks(db: PrismaClient, now: Date): Promise<number> {
  return (await db.syncMark.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - MARKS_KEPT_MS) } } })).count
}
