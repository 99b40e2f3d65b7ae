import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { removeUnusedRooms, removeUnusedTracks } from '@/lib/schedule/edit/remove-unused'
import type { ChangedProgram } from '@/lib/schedule/edit/conference-version'
import type { Editing } from '@/lib/schedule/scope'
import type { TableKind } from '../columns'
import type { RowEdit } from '../schema'
import type { TableLine } from '../table'
import { followAgain } from './follow-again'
import { readTable } from './read-table'
import { stepInTable } from './table-step'

type Tx = Prisma.TransactionClient
type Undoing = {
  kind: TableKind
  timeZone: string
  /** What they are to say again, and what the step made them say. */ rows: readonly RowEdit[]
  /** Those that the step added. */ added: readonly string[]
}
type UndoneTable = {
  /** Rows that stay as they are, because somebody did something with them since. */ left: string[]
  /** Rows that are gone again. */ gone: string[]
  lines: TableLine[]
}

/**
 * Takes a step in a table back: rows say again what they said, and what was added goes. What somebody else changed
 * since stays, as does an added row that is used by now.
 */
export async function undoTable(
  db: PrismaClient,
  granted: Editing,
  { kind, timeZone, rows, added }: Undoing,
  now: Date,
): Promise<UndoneTable> {
  const left: string[] = []
  const gone: string[] = []
  let asked = rows
  const andAlso = async (tx: Tx, program: ChangedProgram) => {
    await followAgain(tx, program, kind, asked)
    if (kind === 'rooms') gone.push(...(await removeUnusedRooms(tx, program.id, added)))
    if (kind === 'tracks') gone.push(...(await removeUnusedTracks(tx, program.id, added)))
    return gone.length > 0
  }
  for (;;) {
    const done = await stepInTable(db, granted, { kind, rows: asked, isTrial: false, andAlso }, now)
    if (!('problems' in done)) break
    const stays = new Set(done.problems.map(({ row }) => row))
    left.push(...asked.flatMap(({ id }, row) => (stays.has(row) && id !== null ? [id] : [])))
    asked = asked.filter((_, row) => !stays.has(row))
  }
  left.push(...added.filter((id) => !gone.includes(id)))
  const ids = [...rows.flatMap(({ id }) => id ?? []), ...left]
  return { left, gone, lines: await readTable(db, granted, { kind, timeZone, ids }) }
}
