import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { loadBecame } from '@/lib/program/became'
import { nameKey } from '@/lib/program/names/name-key'
import { changeProgram, Unchanged } from '../edit/conference-version'
import { findNames } from '../edit/known-names'
import { makeRelease } from '../edit/release'
import { removeUnusedRooms } from '../edit/remove-unused'
import { setArchived } from '../merging/parts'
import { gatherInRoom, renameInSnapshots } from './replace-room'

/**
 * Takes back what was said of a name: the room is one again, with the sessions that were moved and are still in all of
 * its rooms; those of later imports follow their source with the next one. Of a name that was said to be one room, it
 * is asked again.
 * @throws {AppError} NOT_FOUND when nothing was said of it
 */
export function takeBackSplit(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  key: string,
  now: Date,
): Promise<{ sessions: number }> {
  return changeProgram<{ sessions: number }>(db, granted, now, async (tx, program) => {
    const conferenceId = program.id
    const split = await tx.roomSplit.findUnique({ where: { conferenceId_key: { conferenceId, key } } })
    if (!split) throw new AppError('NOT_FOUND', 'split')
    const { name, into, sessions, made } = split
    const alias = await tx.roomAlias.findUnique({ where: { conferenceId_key: { conferenceId, key } } })
    // Its other spellings were said with it.
    const keys = alias ? await tx.roomAlias.findMany({ where: { roomId: alias.roomId }, select: { key: true } }) : []
    await tx.roomSplit.deleteMany({
      where: { conferenceId, into: { equals: into }, key: { in: [key, ...keys.map((one) => one.key)] } },
    })
    if (into.length === 0 || !alias) return new Unchanged({ sessions: 0 })
    const [find, became] = [await findNames(tx, conferenceId, 'rooms'), await loadBecame(tx, conferenceId, 'room')]
    const from = into.flatMap((one) => {
      const id = find(one)
      return id === undefined ? [] : [became(id)]
    })
    await setArchived(tx, 'room', alias.roomId, null)
    const back = from.length === into.length ? await gatherInRoom(tx, sessions, from, alias.roomId) : []
    const parts = new Set(into.map(nameKey))
    await renameInSnapshots(tx, conferenceId, back, (said) => (parts.has(nameKey(said)) ? [name] : [said]))
    await removeUnusedRooms(tx, conferenceId, made)
    const release = { kind: 'split', version: program.revision, userId: granted.userId, note: name } as const
    await makeRelease(tx, conferenceId, release, now)
    return { sessions: back.length }
  })
}
