import { randomUUID } from 'node:crypto'
import { Prisma } from '@/generated/prisma/client'
import type { FieldValue, OverridableField } from '@/lib/program/snapshot'
import type { PartField, PartValue } from '../overrides/part-fields'

type Tx = Prisma.TransactionClient
/** Of what a field was decided, by its id. */
export type OverrideOf = { sessionId: string } | { roomId: string } | { speakerId: string }
/** Whose word it is; null: nobody knows any more. */
export type Decider = { userId: string | null; now: Date }

/** Keeps what somebody corrected on something imported, so that later imports leave it. @param by who, and when */
export function override(
  tx: Tx,
  of: OverrideOf,
  field: OverridableField | PartField,
  value: FieldValue | PartValue,
  by: Decider,
): Promise<void> {
  if ('sessionId' in of) return overrideAll(tx, 'sessionId', [{ id: of.sessionId, field, value }], by)
  if ('roomId' in of) return overrideAll(tx, 'roomId', [{ id: of.roomId, field, value }], by)
  return overrideAll(tx, 'speakerId', [{ id: of.speakerId, field, value }], by)
}

/** What was decided of a session, a room or a speaker, by its id. */
type Decided = { id: string; field: OverridableField | PartField; value: FieldValue | PartValue }

/**
 * Keeps what somebody corrected on what was imported, however much it is in one statement.
 * @param of what the ids are of
 */
export async function overrideAll(
  tx: Tx,
  of: 'sessionId' | 'roomId' | 'speakerId',
  decided: readonly Decided[],
  { userId, now }: Decider,
): Promise<void> {
  if (decided.length === 0) return
  const rows = decided.map(({ id: ofId, field, value }) => ({ id: randomUUID(), ofId, field, value }))
  const column = Prisma.raw(`"${of}"`)
  await tx.$executeRaw`
    INSERT INTO "Override" ("id", ${column}, "field", "value", "userId", "createdAt")
    SELECT r."id", r."ofId", r."field", coalesce(r."value", 'null'::jsonb), ${userId}::uuid, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("id" uuid, "ofId" uuid, "field" text, "value" jsonb)
    ON CONFLICT (${column}, "field") DO UPDATE SET
      "value" = EXCLUDED."value", "userId" = EXCLUDED."userId", "createdAt" = EXCLUDED."createdAt",
      "givenBackIn" = NULL`
}

/** A field's value as a JSON column takes it. */
export function json(value: FieldValue | PartValue) {
  return value ?? Prisma.JsonNull
}
