import type { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import type { OverridableField } from '@/lib/program/snapshot'
import type { Decider, OverrideOf } from '../edit/override'
import type { PartField } from './part-fields'

type Tx = Prisma.TransactionClient
type Field = OverridableField | PartField

/**
 * Leaves decided fields of a session, a room or a speaker to the source. What was decided is kept until it is decided
 * anew, so that this can be undone.
 * @param version with which it changes
 */
export async function leaveToSource(tx: Tx, of: OverrideOf, fields: readonly Field[], version: number): Promise<void> {
  await tx.override.updateMany({ where: { ...of, field: { in: [...fields] } }, data: { givenBackIn: version } })
}

/**
 * What was decided of the fields that were given back with a version.
 * @throws {AppError} NOT_FOUND when none was, or all of them were decided anew since
 */
export async function decidedBefore(tx: Tx, of: OverrideOf, version: number): Promise<Map<string, Prisma.JsonValue>> {
  const rows = await tx.override.findMany({
    where: { ...of, givenBackIn: version },
    select: { field: true, value: true },
  })
  if (rows.length === 0) throw new AppError('NOT_FOUND', 'override')
  return new Map(rows.map(({ field, value }) => [field, value]))
}

/** Has that stand again, as the word of whoever asks. */
export async function decideAgain(tx: Tx, of: OverrideOf, version: number, { userId, now }: Decider): Promise<void> {
  const where = { ...of, givenBackIn: version }
  await tx.override.updateMany({ where, data: { givenBackIn: null, userId, createdAt: now } })
}
