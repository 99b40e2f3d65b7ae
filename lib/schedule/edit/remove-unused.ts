import { Prisma } from '@/generated/prisma/client'

type Tx = Prisma.TransactionClient
const nothing = { none: {} }

/** Deletes those of these rooms that no source names and nothing hangs on. @returns the ids of those that are gone */
export async function removeUnusedRooms(tx: Tx, conferenceId: string, ids: readonly string[]): Promise<string[]> {
  // Who refers to one of them meanwhile is waited for, and then it is used.
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
  const rows = await tx.room.findMany({
    where: {
      ...{ id: { in: [...ids] }, conferenceId, archivedAt: null, sourceId: null, floorId: null },
      ...{ sessions: nothing, overrides: nothing, readings: nothing, announcements: nothing },
      ...{ stewardLinks: nothing, signLinks: nothing },
    },
    select: { id: true },
  })
  const gone = rows.map(({ id }) => id)
  await tx.room.deleteMany({ where: { id: { in: gone } } })
  return gone
}

/** Deletes those of these tracks that have no session and nobody leads. @returns the ids of those that are gone */
export async function removeUnusedTracks(tx: Tx, conferenceId: string, ids: readonly string[]): Promise<string[]> {
  await tx.$queryRaw`SELECT 1 FROM "Track" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
  const rows = await tx.track.findMany({
    where: {
      ...{ id: { in: [...ids] }, conferenceId, archivedAt: null },
      ...{ sessions: nothing, memberships: nothing, invitations: nothing },
    },
    select: { id: true },
  })
  const gone = rows.map(({ id }) => id)
  await tx.track.deleteMany({ where: { id: { in: gone } } })
  return gone
}

/**
 * Deletes those of these speakers whom no source names, who give no session, and of whom nothing is known but what they
 * are called.
 */
export async function removeUnusedSpeakers(tx: Tx, conferenceId: string, ids: readonly string[]): Promise<void> {
  const [of, those] = [{ conferenceId }, { in: [...ids] }]
  const absent = await tx.absence.findMany({ where: { ...of, speakerId: those }, select: { speakerId: true } })
  const merged = await tx.merge.findMany({ where: { ...of, intoId: those }, select: { intoId: true } })
  const kept = [...absent.map(({ speakerId }) => speakerId), ...merged.map(({ intoId }) => intoId)]
  await tx.speaker.deleteMany({
    where: {
      ...{ id: { in: [...ids], notIn: kept }, conferenceId, archivedAt: null },
      ...{ imported: { equals: Prisma.DbNull }, tagline: null, bio: null },
      ...{ sessions: nothing, aliases: nothing, overrides: nothing },
    },
  })
}
