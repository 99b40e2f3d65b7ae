import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { dateOfDay } from '@/lib/program/day-date'
import { insertRows } from '@/lib/schedule/bring-in/insert-rows'
import type { ChangedProgram } from '@/lib/schedule/edit/conference-version'
import { writeSessionPlaces, putInRooms } from '@/lib/schedule/edit/by-hand/place-sessions'
import { boardPlaceOf } from '../board'
import type { StoredMove } from './read-draft'
import { readSessions } from './read-sessions'

type Tx = Prisma.TransactionClient
type Doing = { userId: string; now: Date }

/**
 * Writes moves into the programme, with their history: sessions that are there, and those that were drawn.
 * @returns how many sessions are other than before, and the moves whose sessions are gone
 */
export async function writePlaces(
  tx: Tx,
  program: ChangedProgram,
  moves: readonly StoredMove[],
  doing: Doing,
): Promise<{ written: number; gone: StoredMove[] }> {
  const sessions = await readSessions(
    tx,
    program.id,
    moves.map(({ sessionId }) => sessionId),
  )
  const known = new Map(sessions.map((one) => [one.session.id, one]))
  const drawn = moves.filter(({ sessionId, created }) => created && !known.has(sessionId))
  const gone = moves.filter(({ sessionId, created }) => known.get(sessionId)?.isCancelled ?? !created)
  const placed = moves.flatMap(({ sessionId, place: to }) => {
    const { session: from, isCancelled = true, isImported = false } = known.get(sessionId) ?? {}
    return from && !isCancelled ? [{ sessionId, isImported, from: boardPlaceOf(from), to }] : []
  })
  const edited = await writeSessionPlaces(tx, program, placed, doing)
  return { written: edited.length + (await addDrawn(tx, program, drawn, doing)), gone }
}

async function addDrawn(
  tx: Tx,
  program: ChangedProgram,
  drawn: readonly StoredMove[],
  { userId, now }: Doing,
): Promise<number> {
  const sessions = drawn.flatMap(({ sessionId: id, place: { dayOn, startAt, endAt }, created }) =>
    created
      ? [
          {
            ...{ id, conferenceId: program.id, number: ++program.lastNumber, rawTitle: created.title, ...created },
            ...{ dayOn: dateOfDay(dayOn), startAt, endAt },
            ...{ revision: program.revision, createdAt: now, updatedAt: now },
          },
        ]
      : [],
  )
  await insertRows(tx, 'Session', sessions)
  await putInRooms(
    tx,
    drawn.map(({ sessionId, place }) => ({ sessionId, roomIds: place.roomIds })),
  )
  const shared = { conferenceId: program.id, field: 'added', version: program.revision, userId, createdAt: now }
  await insertRows(
    tx,
    'Change',
    sessions.map(({ id }) => ({ ...shared, id: randomUUID(), sessionId: id })),
  )
  return sessions.length
}
