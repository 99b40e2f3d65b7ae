import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { addressAfterRename, takenSlugs } from '@/lib/program/part-addresses'
import { finderOf, hasOldSpellings, listSaidNames, rememberNames } from './known-names'
import type { TrackEdit } from './schema'
import { changeProgram, type ChangedProgram } from './conference-version'

type Tx = Prisma.TransactionClient

/**
 * Adds a track; its name becomes the first spelling by which imports know it.
 * @throws {AppError} CONFLICT when a track is known by that name
 */
export async function addTrack(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  edit: TrackEdit,
  now: Date,
): Promise<void> {
  await changeProgram<void>(db, granted, now, async (tx, program) => {
    await insertTrack(tx, program, edit)
  })
}

/**
 * Adds a track within a change of the programme.
 * @returns its id
 * @throws {AppError} CONFLICT when a track is known by that name
 */
export async function insertTrack(tx: Tx, { id: conferenceId }: ChangedProgram, edit: TrackEdit): Promise<string> {
  const tracks = await tx.track.findMany({
    where: { conferenceId },
    select: { id: true, slug: true, name: true, archivedAt: true, aliases: { select: { key: true, name: true } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const find = finderOf(tracks, hasOldSpellings(tracks) ? await listSaidNames(tx, conferenceId, 'track') : [])
  if (find(edit.name) !== undefined) throw new AppError('CONFLICT', 'track')
  const slug = uniqueSlug(slugify(edit.name, 'track'), await takenSlugs(tx, conferenceId, 'track', tracks))
  const { id } = await tx.track.create({
    data: { conferenceId, slug, position: tracks.length, ...edit },
    select: { id: true },
  })
  await rememberNames(tx, 'track', conferenceId, [{ name: edit.name, id }])
  return id
}

/** Gives a track another name or colour. Sources keep knowing it by the names they use. */
export async function editTrack(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  trackId: string,
  edit: TrackEdit,
  now: Date,
): Promise<void> {
  await changeProgram<void>(db, granted, now, (tx, program) => correctTrack(tx, program, trackId, edit, now))
}

/**
 * Corrects a track within a change of the programme.
 * @throws {AppError} NOT_FOUND when there is no such track
 */
export async function correctTrack(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  trackId: string,
  edit: TrackEdit,
  now: Date,
): Promise<void> {
  const track = await tx.track.findUnique({
    where: { id: trackId, conferenceId },
    select: { name: true, slug: true },
  })
  if (!track) throw new AppError('NOT_FOUND', 'track')
  const all = await tx.track.findMany({ where: { conferenceId }, select: { slug: true } })
  const slug = await addressAfterRename(tx, {
    ...track,
    id: trackId,
    conferenceId,
    kind: 'track',
    newName: edit.name,
    all,
    now,
  })
  await tx.track.update({ where: { id: trackId }, data: { ...edit, slug } })
  await rememberNames(tx, 'track', conferenceId, [
    { name: track.name, id: trackId },
    { name: edit.name, id: trackId },
  ])
}
