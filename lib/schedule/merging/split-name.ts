import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { nameKey } from '@/lib/program/names/name-key'
import { takenSlugs } from '@/lib/program/part-addresses'
import { TRACK_COLORS } from '../bring-in/import-places'
import { changeProgram, type ChangedProgram } from '../edit/conference-version'
import { sayDifferent } from '../edit/different-parts'
import { joinCalendars } from '../edit/revise-entries'
import { makeRelease } from '../edit/release'
import { requirePart, setArchived, type MergedPart } from './parts'
import { returnSessions } from './take-apart'
import { returnAddresses, takeBack } from './undo-merge'

type Tx = Prisma.TransactionClient
type NamedKind = 'room' | 'track'
type Name = { kind: NamedKind; /** What is known by the name now. */ part: string; /** Its key. */ name: string }

/**
 * Makes a name by which sources know a room, or a track, one of its own again: the sessions that a source names so go
 * there, now and with every import. A name that came with a merge takes that back.
 * @throws {AppError} NOT_FOUND when the part is not known by it; INVALID when it is called so
 */
export function splitName(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { kind, part: holderId, name: key }: Name,
  now: Date,
): Promise<{ sessions: number }> {
  const doing = { userId: granted.userId, now }
  return changeProgram(db, granted, now, async (tx, program) => {
    const conferenceId = program.id
    const holder = await requirePart(tx, conferenceId, kind, holderId, 'standing')
    const alias = await findAlias(tx, kind, conferenceId, key, holderId)
    if (nameKey(holder.name) === key) throw new AppError('INVALID', 'its own name')
    const merge = alias.mergeId && (await tx.merge.findUnique({ where: { id: alias.mergeId, undoneAt: null } }))
    if (merge) {
      await sayDifferent(tx, conferenceId, merge.partId, holderId)
      return takeBack(tx, program, merge, doing)
    }
    const part = await makePart(tx, program, { kind, name: alias.name ?? key, holderId }, now)
    await giveName(tx, kind, conferenceId, key, part)
    await sayDifferent(tx, conferenceId, part.id, holderId)
    const nothing = { sessions: [], both: [] }
    const how = { ...doing, revision: program.revision, isTold: true }
    const sessions = await returnSessions(tx, { conferenceId, kind, part, holder }, nothing, how)
    const release = { kind: 'split', version: program.revision, userId: granted.userId, note: part.name } as const
    await makeRelease(tx, conferenceId, release, now)
    return { sessions }
  })
}

async function findAlias(tx: Tx, kind: NamedKind, conferenceId: string, key: string, partId: string) {
  const where = { conferenceId_key: { conferenceId, key } }
  const alias =
    kind === 'room'
      ? await tx.roomAlias.findUnique({ where: { ...where, roomId: partId } })
      : await tx.trackAlias.findUnique({ where: { ...where, trackId: partId } })
  if (!alias) throw new AppError('NOT_FOUND', 'name')
  return alias
}

async function giveName(tx: Tx, kind: NamedKind, conferenceId: string, key: string, part: MergedPart): Promise<void> {
  const where = { conferenceId_key: { conferenceId, key } }
  const known = { key: nameKey(part.name), name: part.name, mergeId: null }
  if (kind === 'room') await tx.roomAlias.update({ where, data: { ...known, roomId: part.id } })
  else await tx.trackAlias.update({ where, data: { ...known, trackId: part.id } })
}

/** One that was called so and put away when merges left no row comes back with its id and address; else a new one. */
async function makePart(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  { kind, name, holderId }: { kind: NamedKind; name: string; holderId: string },
  now: Date,
): Promise<MergedPart> {
  const where = { conferenceId }
  const select = { id: true, name: true, slug: true, archivedAt: true } as const
  const all = kind === 'room' ? await tx.room.findMany({ where, select }) : await tx.track.findMany({ where, select })
  const merged = await tx.merge.findMany({ where: { conferenceId, kind, undoneAt: null }, select: { partId: true } })
  const isMerged = (id: string) => merged.some(({ partId }) => partId === id)
  const old = all.find((one) => one.archivedAt && !isMerged(one.id) && nameKey(one.name) === nameKey(name))
  if (old) {
    await setArchived(tx, kind, old.id, null)
    // Whoever followed its calendar was led to the other's, and comes back.
    await joinCalendars(tx, { fromId: holderId, intoId: old.id, isParting: true }, now)
    await returnAddresses(tx, { conferenceId, kind, part: old, holderId: old.id }, [])
    return old
  }
  const slug = uniqueSlug(slugify(name, kind), await takenSlugs(tx, conferenceId, kind, all))
  const data = { conferenceId, slug, name, position: all.length }
  return kind === 'room'
    ? tx.room.create({ data, select })
    : tx.track.create({ data: { ...data, color: (all.length % TRACK_COLORS) + 1 }, select })
}
