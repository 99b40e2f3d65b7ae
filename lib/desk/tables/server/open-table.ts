import type { Prisma } from '@/generated/prisma/client'
import type { ChangedProgram } from '@/lib/schedule/edit/conference-version'
import type { Editing } from '@/lib/schedule/scope'
import type { RowProblem } from '../columns'
import type { StoredLine } from './stored-lines'

export type WrongCell = Omit<RowProblem, 'row'>
/** What became of a row: its id, or what is wrong with it. */
export type WrittenLine = { id: string } | { problems: WrongCell[] }
/** A row that is to be written. @property id null: a new one; @property set its cells that are to say something else */
export type LineToWrite = { id: string | null; set: Record<string, string> }

/** The stored rows of a table, and how rows of it are written: by what their form does, all in a few statements. */
export type OpenTable = {
  lines: ReadonlyMap<string, StoredLine<unknown>>
  /** @returns what became of each */
  write: (rows: readonly LineToWrite[]) => Promise<WrittenLine[]>
}

export type Opening = {
  tx: Prisma.TransactionClient
  program: ChangedProgram
  granted: Editing
  now: Date
  ids: string[]
}

export function byId<Line extends { id: string }>(lines: Line[]): Map<string, Line> {
  return new Map(lines.map((line) => [line.id, line]))
}

export function storedIn<Line>(lines: ReadonlyMap<string, Line>, id: string | null): Line | null {
  return (id !== null && lines.get(id)) || null
}
