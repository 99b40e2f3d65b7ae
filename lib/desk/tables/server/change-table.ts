import type { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { nameKey } from '@/lib/program/names/name-key'
import { countColliding } from '@/lib/schedule/edit/collisions'
import type { ChangedProgram } from '@/lib/schedule/edit/conference-version'
import type { Editing } from '@/lib/schedule/scope'
import { columnsOf, mayAdd, type RowProblem, type TableCells, type TableColumn, type TableKind } from '../columns'
import type { RowEdit } from '../schema'
import type { OpenTable } from './open-table'
import { changedCells, openTable } from './write-lines'

type Tx = Prisma.TransactionClient
type Change = { kind: TableKind; rows: readonly RowEdit[]; granted: Editing; now: Date }
export type ChangedTable = {
  problems: RowProblem[]
  /** The row's own id, for each that was asked. */ ids: string[]
  /** Sessions that now share a room or a speaker with another at one time, of those whose edit has to do with it. */
  collisions: number
  hasChanged: boolean
}

/**
 * Writes rows within a change of the programme. Where there are problems, it is the caller's to take all of it back.
 * @throws {AppError} INVALID where a column is of another table
 */
export async function changeTable(tx: Tx, program: ChangedProgram, change: Change): Promise<ChangedTable> {
  const { kind, rows, granted, now } = change
  requireOwnColumns(kind, rows)
  const known = rows.flatMap(({ id }) => id ?? [])
  const table = await openTable(kind, { tx, program, granted, now, ids: known })
  const looks = rows.map((asked) => lookAt(kind, table, asked))
  const asked = rows.flatMap(({ id }, row) => {
    const { set = {}, wrong = [] } = looks[row] ?? {}
    const isSame = id !== null && Object.keys(set).length === 0
    return wrong.length > 0 || isSame ? [] : [{ id, set, row }]
  })
  const written = await table.write(asked)
  const outcomes = new Map(asked.map(({ row }, nth) => [row, written[nth]]))
  const problems = rows.flatMap((_, row) => {
    const outcome = outcomes.get(row)
    const wrong = outcome && 'problems' in outcome ? outcome.problems : (looks[row]?.wrong ?? [])
    return wrong.map((problem) => ({ row, ...problem }))
  })
  const ids = rows.flatMap(({ id }, row) => {
    const outcome = outcomes.get(row)
    if (outcome) return 'id' in outcome ? [outcome.id] : []
    return id === null || looks[row]?.wrong.length !== 0 ? [] : [id]
  })
  const changed: ChangedTable = { problems, ids, collisions: 0, hasChanged: asked.length > 0 }
  if (changed.problems.length === 0) changed.problems.push(...(await namedTwice(tx, program.id, kind, rows, changed)))
  const isInTime = kind === 'sessions' && changed.problems.length === 0
  if (isInTime)
    changed.collisions = await countColliding(
      tx,
      program.id,
      asked.flatMap(({ id, set }) => (id !== null && mayCollide(set, table.lines.get(id)?.cells) ? id : [])),
    )
  return changed
}

const colliding = ['dayOn', 'start', 'end', 'room', 'speakers'] as const satisfies readonly TableColumn[]

/** A session's edit touches when, where or by whom it is; or what it was, which shared nothing, it is no more. */
function mayCollide(set: TableCells, before: TableCells = {}): boolean {
  return colliding.some((column) => set[column] !== undefined) || (!!set.kind && before.kind === 'container')
}

function requireOwnColumns(kind: TableKind, rows: readonly RowEdit[]): void {
  const own = new Set<string>(columnsOf[kind])
  if (rows.some(({ set }) => Object.keys(set).some((column) => !own.has(column))))
    throw new AppError('INVALID', 'column')
}

/** What of a row is to be written, and what of it somebody else wrote since it was looked at. */
function lookAt(kind: TableKind, table: OpenTable, { id, set, seen }: RowEdit) {
  const gone = [{ column: null, code: 'gone' } as const]
  if (id === null) return { set: changedCells(set, {}), wrong: mayAdd(kind) ? [] : gone }
  const line = table.lines.get(id)
  if (!line) return { set: {}, wrong: gone }
  const changes = changedCells(set, line.cells)
  const wrong = columnsOf[kind].flatMap((column) => {
    const now = line.cells[column] ?? ''
    return column in changes && (seen[column] ?? '') !== now ? [{ column, code: 'changed' as const, now }] : []
  })
  return { set: changes, wrong }
}

/** Rows whose new name is another's, too: two rooms of one name would be one to every import. */
async function namedTwice(
  tx: Tx,
  conferenceId: string,
  kind: TableKind,
  rows: readonly RowEdit[],
  { ids }: ChangedTable,
): Promise<RowProblem[]> {
  if (!mayAdd(kind) || !rows.some(({ set }) => set.name !== undefined)) return []
  const query = { where: { conferenceId, archivedAt: null }, select: { id: true, name: true } }
  const parts = kind === 'rooms' ? await tx.room.findMany(query) : await tx.track.findMany(query)
  const counts = new Map<string, number>()
  for (const { name } of parts) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1)
  const nameOf = new Map(parts.map(({ id, name }) => [id, name]))
  return rows.flatMap(({ set }, row) => {
    const name = nameOf.get(ids[row] ?? '')
    const isTwice = set.name !== undefined && name !== undefined && (counts.get(nameKey(name)) ?? 0) > 1
    return isTwice ? [{ row, column: 'name' as const, code: 'name-taken' as const }] : []
  })
}
