import type { Prisma } from '@/generated/prisma/client'
import type { OverridableField } from '@/lib/program/snapshot'
import type { ChangedProgram } from '@/lib/schedule/edit/conference-version'
import type { OverrideOf } from '@/lib/schedule/edit/override'
import { leaveToSource } from '@/lib/schedule/overrides/given-back'
import { listOwnedSessions, type OwnedField } from '@/lib/schedule/overrides/list-owned'
import { listOwnedParts } from '@/lib/schedule/overrides/list-owned-parts'
import { decidedWith, partFields } from '@/lib/schedule/overrides/part-fields'
import { saidColumns, type TableColumn, type TableKind } from '../columns'
import type { RowEdit } from '../schema'

type Tx = Prisma.TransactionClient

/** The fields that columns are about, where they have another name. */
const FIELDS: Partial<Record<TableColumn, OverridableField>> = { start: 'startAt', end: 'endAt', room: 'rooms' }

/**
 * Lets what a step decided, and its undo made say what the source says, follow the source again: as it was before the
 * step. Else an import would pass it by for good.
 * @param rows what the undo wrote
 */
export async function followAgain(
  tx: Tx,
  program: ChangedProgram,
  kind: TableKind,
  rows: readonly RowEdit[],
): Promise<void> {
  if (kind === 'tracks') return
  const ids = rows.flatMap(({ id }) => id ?? [])
  const own =
    kind === 'sessions'
      ? await listOwnedSessions(tx, program.id, ids)
      : await listOwnedParts(tx, program.id, kind === 'rooms' ? 'room' : 'speaker')
  for (const { id, set } of rows) {
    if (id === null) continue
    const touched = new Set<string>(saidColumns(set).map((column) => FIELDS[column] ?? column))
    const fields = (own.get(id) ?? [])
      .filter((group) => group.every(({ own: mine, says }) => mine === says))
      .map((group) => group.flatMap(({ field }) => (kind === 'sessions' ? [field] : alongWith(field))))
      .filter((group) => group.some((field) => touched.has(field)))
      .flat()
    if (fields.length > 0) await leaveToSource(tx, ofRow(kind, id), fields, program.revision)
  }
}

function ofRow(kind: Exclude<TableKind, 'tracks'>, id: string): OverrideOf {
  return { rooms: { roomId: id }, sessions: { sessionId: id }, speakers: { speakerId: id } }[kind]
}

/** Of a room's or a speaker's field what is decided with it: of those the list names what differs alone. */
function alongWith(field: OwnedField['field']): readonly OwnedField['field'][] {
  const known = [...partFields.room, ...partFields.speaker].find((one) => one === field)
  return known ? decidedWith(known) : [field]
}
