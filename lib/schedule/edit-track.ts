import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { slugify, uniqueSlug } from '@/lib/platform/slug'
import { touchSessions } from './edit-room'
import { nameKey } from './name-key'
import type { TrackEdit } from './schema'
import { lockConference, raiseVersion } from './conference-version'

/** Adds a track; its name becomes the first spelling by which imports know it. @throws {AppError} CONFLICT when a track is known by that name */
export async function addTrack(db: PrismaClient, conferenceId: string, edit: TrackEdit, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId)
    const key = nameKey(edit.name)
    if (await tx.trackAlias.findUnique({ where: { conferenceId_key: { conferenceId, key } } })) throw new AppError('CONFLICT', 'track')
    const tracks = await tx.track.findMany({ where: { conferenceId }, select: { slug: true } })
    const slug = uniqueSlug(slugify(edit.name, 'track'), new Set(tracks.map((track) => track.slug)))
    await tx.track.create({ data: { conferenceId, slug, position: tracks.length, ...edit, aliases: { create: { conferenceId, key } } } })
    await raiseVersion(tx, conference, now)
  })
}

/** Gives a track another name or colour. Sources keep knowing it by the names they use. */
export async function editTrack(db: PrismaClient, conferenceId: string, trackId: string, edit: TrackEdit, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId)
    const track = await tx.track.findUnique({ where: { id: trackId, conferenceId }, select: { name: true } })
    if (!track) throw new AppError('NOT_FOUND', 'track')
    await tx.track.update({ where: { id: trackId }, data: edit })
    await tx.trackAlias.createMany({ data: [{ conferenceId, key: nameKey(edit.name), trackId }], skipDuplicates: true })
    if (track.name !== edit.name) await touchSessions(tx, { trackId }, conference.version + 1, now)
    await raiseVersion(tx, conference, now)
  })
}

/** Makes two tracks one: sessions and every spelling move to `intoId`; the other is put away. */
export async function mergeTracks(db: PrismaClient, conferenceId: string, trackId: string, intoId: string, now: Date): Promise<void> {
  if (trackId === intoId) throw new AppError('INVALID', 'same track')
  await db.$transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId)
    if ((await tx.track.count({ where: { conferenceId, id: { in: [trackId, intoId] } } })) !== 2) throw new AppError('NOT_FOUND', 'track')
    await touchSessions(tx, { trackId }, conference.version + 1, now)
    await tx.session.updateMany({ where: { trackId }, data: { trackId: intoId } })
    await tx.trackAlias.updateMany({ where: { trackId }, data: { trackId: intoId } })
    await tx.track.update({ where: { id: trackId }, data: { archivedAt: now } })
    await raiseVersion(tx, conference, now)
  })
}
