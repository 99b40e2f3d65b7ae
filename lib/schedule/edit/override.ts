import { Prisma } from '@/generated/prisma/client'
import type { FieldValue, OverridableField } from '@/lib/program/snapshot'
import type { PartField, PartValue } from '../overrides/part-fields'

type Tx = Prisma.TransactionClient
/** Of what a field was decided, by its id. */
export type OverrideOf = { sessionId: string } | { roomId: string } | { speakerId: string }
/** Whose word it is; null: nobody knows any more. */
export type Decider = { userId: string | null; now: Date }

/** Keeps what somebody corrected on something imported, so that later imports leave it. @param by who, and when */
export async function override(
  tx: Tx,
  of: OverrideOf,
  field: OverridableField | PartField,
  value: FieldValue | PartValue,
  { userId, now }: Decider,
): Promise<void> {
  await tx.override.deleteMany({ where: { ...of, field } })
  await tx.override.create({ data: { ...of, field, value: json(value), userId, createdAt: now } })
}

/** A field's value as a JSON column takes it. */
export function json(value: FieldValue | PartValue) {
  return value ?? Prisma.JsonNull
}
