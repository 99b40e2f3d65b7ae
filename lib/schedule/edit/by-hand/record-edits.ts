import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { FieldValue, SessionField } from '@/lib/program/snapshot'
import { insertRows } from '../../bring-in/insert-rows'
import { overrideAll } from '../override'

/** What an organizer changed of a session. */
export type EditedSession = {
  sessionId: string
  /** Its source would say otherwise with the next import. */ isImported: boolean
  fields: readonly { field: SessionField; old: FieldValue; new: FieldValue }[]
}

/**
 * Writes edits by hand into the history of changes, however many sessions there are in a few statements. On what was
 * imported each changed field becomes an override, which later imports keep.
 * @param by whose edits they are, and with which version of the conference they come
 */
export async function recordEdits(
  tx: Prisma.TransactionClient,
  edits: readonly EditedSession[],
  { conferenceId, version, userId, now }: { conferenceId: string; version: number; userId: string; now: Date },
): Promise<void> {
  const changes = edits.flatMap(({ sessionId, fields }) =>
    fields.map(({ field, old, new: value }) => ({
      ...{ id: randomUUID(), conferenceId, sessionId, field, oldValue: old ?? undefined, newValue: value ?? undefined },
      ...{ version, userId, createdAt: now },
    })),
  )
  await insertRows(tx, 'Change', changes)
  const decided = edits.flatMap(({ sessionId: id, isImported, fields }) =>
    isImported ? fields.map(({ field, new: value }) => ({ id, field, value })) : [],
  )
  await overrideAll(tx, 'sessionId', decided, { userId, now })
}
