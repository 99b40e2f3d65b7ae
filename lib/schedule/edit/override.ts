import { Prisma } from '@/generated/prisma/client'
import type { FieldValue, OverridableField } from '@/lib/program/snapshot'

/** Keeps what somebody corrected on an imported session, so that later imports leave it. @param now when they did */
export async function override(
  tx: Prisma.TransactionClient,
  sessionId: string,
  field: OverridableField,
  value: FieldValue,
  userId: string,
  now: Date,
): Promise<void> {
  const data = { value: json(value), userId, createdAt: now }
  await tx.override.upsert({
    where: { sessionId_field: { sessionId, field } },
    create: { sessionId, field, ...data },
    update: data,
  })
}

/** A field's value as a JSON column takes it. */
export function json(value: FieldValue) {
  return value ?? Prisma.JsonNull
}
