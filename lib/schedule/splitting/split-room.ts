import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { loadBecame } from '@/lib/program/became'
import { nameKey } from '@/lib/program/names/name-key'
import { changeProgram, type ChangedProgram } from '../edit/conference-version'
import { insertRoom } from '../edit/edit-room'
import { findNames } from '../edit/known-names'
import { makeRelease } from '../edit/release'
import { requirePart, setArchived, type MergedPart } from '../merging/parts'
import { renameInSnapshots, replaceRoom } from './replace-room'

type Tx = Prisma.TransactionClient
type Split = { room: string; /** What its rooms are called. */ into: readonly string[] }

/**
 * Says that a name of sources means several rooms: its sessions are in all of them, now and with every import. The room
 * that was called so is put away, unless something but sessions hangs on it. It is a release of its own, and nobody's
 * news: nobody is sent elsewhere.
 * @returns how many sessions were moved
 * @throws {AppError} NOT_FOUND when there is no such room; INVALID when one of the names is its own, or comes twice
 */
export function splitRoom(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { room: roomId, into }: Split,
  now: Date,
): Promise<{ sessions: number }> {
  return changeProgram(db, granted, now, async (tx, program) => {
    const conferenceId = program.id
    const room = await requirePart(tx, conferenceId, 'room', roomId, 'standing')
    const { ids, made } = await roomsCalled(tx, program, room, into)
    const sessions = await replaceRoom(tx, room.id, ids)
    const names = await tx.roomAlias.findMany({ where: { conferenceId, roomId }, select: { key: true, name: true } })
    const keys = new Map([
      ...names.map(({ key, name }) => [key, name ?? key] as const),
      [nameKey(room.name), room.name],
    ])
    await renameInSnapshots(tx, conferenceId, sessions, (said) => (keys.has(nameKey(said)) ? into : [said]))
    for (const [key, name] of keys) {
      const split = { name, into: [...into], sessions, made, createdAt: now }
      const where = { conferenceId_key: { conferenceId, key } }
      await tx.roomSplit.upsert({ where, create: { conferenceId, key, ...split }, update: split })
    }
    if (!(await isHungOn(tx, room.id))) await setArchived(tx, 'room', room.id, now)
    const release = { kind: 'split', version: program.revision, userId: granted.userId } as const
    await makeRelease(tx, conferenceId, { ...release, note: room.name, into: [...into] }, now)
    return { sessions: sessions.length }
  })
}

/** The rooms of these names: those that are there, and new ones on the floor and in the zone of the room that goes. */
async function roomsCalled(
  tx: Tx,
  program: ChangedProgram,
  { id, floor = null, zone = null }: MergedPart,
  names: readonly string[],
): Promise<{ ids: string[]; made: string[] }> {
  const [find, became] = [await findNames(tx, program.id, 'rooms'), await loadBecame(tx, program.id, 'room')]
  const [ids, made]: [string[], string[]] = [[], []]
  for (const name of names) {
    const found = find(name)
    const added = { name, floor, zone, capacity: null, capacityKind: 'seats' } as const
    if (found === undefined) made.push(await insertRoom(tx, program, added))
    ids.push(found === undefined ? (made.at(-1) ?? '') : became(found))
  }
  if (ids.includes(id) || new Set(ids).size < ids.length) throw new AppError('INVALID', 'rooms')
  return { ids, made }
}

/** Somebody counts, looks or announces there: it stays, without sessions. */
async function isHungOn(tx: Tx, id: string): Promise<boolean> {
  const one = { where: { roomId: id }, select: { id: true } } as const
  const found = [
    await tx.reading.findFirst(one),
    await tx.stewardLink.findFirst(one),
    await tx.signLink.findFirst(one),
    await tx.announcement.findFirst(one),
  ]
  return found.some((row) => row !== null)
}

/**
 * Keeps that a room is one, whatever its name looks like.
 * @throws {AppError} NOT_FOUND when there is no such room
 */
export function sayOneRoom(
  db: PrismaClient,
  { conferenceId }: Granted<'editSchedule'>,
  roomId: string,
  now: Date,
): Promise<void> {
  return db.$transaction(async (tx) => {
    const { name } = await requirePart(tx, conferenceId, 'room', roomId, 'standing')
    const split = { name, into: [], sessions: [], made: [], createdAt: now }
    const where = { conferenceId_key: { conferenceId, key: nameKey(name) } }
    await tx.roomSplit.upsert({ where, create: { ...split, conferenceId, key: nameKey(name) }, update: split })
  })
}
