import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { removeUnusedRooms, removeUnusedSpeakers, removeUnusedTracks } from '@/lib/schedule/edit/remove-unused'
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
 * since stays, as does an added row that is used by now. Whoever is a speaker by the step alone is none any more.
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
  const speakers = kind === 'sessions' ? await speakersOf(db, rows) : []
  const andAlso = async (tx: Tx, program: ChangedProgram) => {
    await followAgain(tx, program, kind, asked)
    if (kind === 'rooms') gone.push(...(await removeUnusedRooms(tx, program.id, added)))
    if (kind === 'tracks') gone.push(...(await removeUnusedTracks(tx, program.id, added)))
    // Whom the step made, by naming them, is nobody again.
    await removeUnusedSpeakers(tx, program.id, speakers)
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

/** Who speaks in these sessions as they are before it is taken back. */
async function speakersOf(db: PrismaClient, rows: readonly RowEdit[]): Promise<string[]> {
  const given = await db.sessionSpeaker.findMany({
    where: { sessionId: { in: rows.flatMap(({ id }) => id ?? []) } },
    select: { speakerId: true },
  })
  return [...new Set(given.map(({ speakerId }) => speakerId))]
}
