import type { PrismaClient } from '@/generated/prisma/client'
import type { Editing } from '@/lib/schedule/scope'
import type { RowProblem, TableKind } from '../columns'
import type { RowEdit } from '../schema'
import type { TableLine } from '../table'
import { readTable } from './read-table'
import { stepInTable } from './table-step'

type TableEdit = { kind: TableKind; rows: readonly RowEdit[]; isTrial: boolean; timeZone: string }
type EditedTable = {
  /** Of each row that was asked. */ ids: string[]
  /** As they stand now. */ lines: TableLine[]
  /** Sessions that now share a room or a speaker with another at one time. */ collisions: number
}
type RowsWrong = { ok: false; reason: 'rows-wrong'; problems: RowProblem[] }

/**
 * Writes rows of a table in one step, all of them or none, each as its form would: what a source speaks for becomes the
 * organizer's own, sessions tell their change, and the day's release gathers it. A trial says what would come of it.
 * @returns or every row that cannot be, with all that is wrong with it
 */
export async function editTable(
  db: PrismaClient,
  granted: Editing,
  { timeZone, ...step }: TableEdit,
  now: Date,
): Promise<EditedTable | RowsWrong> {
  const done = await stepInTable(db, granted, step, now)
  if ('problems' in done) return { ok: false, reason: 'rows-wrong', problems: done.problems }
  if (step.isTrial) return { ...done, ids: [], lines: [] }
  return { ...done, lines: await readTable(db, granted, { kind: step.kind, timeZone, ids: done.ids }) }
}
