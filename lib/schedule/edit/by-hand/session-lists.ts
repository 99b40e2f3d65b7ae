import type { Prisma } from '@/generated/prisma/client'
import { insertRows } from '../../bring-in/insert-rows'
import { ensureSpeakersOf } from '../ensure-speakers'
import type { SessionEdit } from '../schema'
import { putInRooms } from './place-sessions'

type Tx = Prisma.TransactionClient

/** A session, what its form says of it, and in which rooms it is until now. */
export type ListedSession = { sessionId: string; edit: SessionEdit; roomIds: readonly string[] }

/**
 * Writes where sessions are: the first room is the form's, the others stay, unless the form names none or all are said.
 */
export async function writeRooms(tx: Tx, listed: readonly ListedSession[]): Promise<void> {
  if (listed.length === 0) return
  await tx.sessionRoom.deleteMany({ where: { sessionId: { in: listed.map(({ sessionId }) => sessionId) } } })
  const placed = listed.map(({ sessionId, edit: { room, moreRooms }, roomIds }) => ({
    sessionId,
    roomIds: room ? [...new Set([room, ...(moreRooms ?? roomIds.slice(1))])] : [],
  }))
  await putInRooms(tx, placed)
}

/** Writes who speaks in sessions, in the order that their forms give; who is not known yet is added. */
export async function writeSpeakers(tx: Tx, conferenceId: string, listed: readonly ListedSession[]): Promise<void> {
  if (listed.length === 0) return
  const lists = await ensureSpeakersOf(
    tx,
    conferenceId,
    listed.map(({ edit }) => edit.speakers),
  )
  await tx.sessionSpeaker.deleteMany({ where: { sessionId: { in: listed.map(({ sessionId }) => sessionId) } } })
  const rows = listed.flatMap(({ sessionId }, nth) =>
    (lists[nth] ?? []).map((speakerId, position) => ({ sessionId, speakerId, position })),
  )
  await insertRows(tx, 'SessionSpeaker', rows)
}
