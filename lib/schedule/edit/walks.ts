import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { lineField } from '@/lib/platform/fields'
import { changeProgram, Unchanged } from './conference-version'
import { MOST_WALK_MINUTES } from './walk-limits'

const MOST_CELLS = 2_500

const zone = lineField().min(1).max(100)

/** Corrections of the matrix: minutes on foot from one zone to another, or within one; null: as Hallway guesses. */
export const walksSchema = z
  .array(z.object({ from: zone, to: zone, minutes: z.number().int().min(0).max(MOST_WALK_MINUTES).nullable() }))
  .max(MOST_CELLS)
  .refine((cells) => new Set(cells.map(({ from, to }) => JSON.stringify([from, to]))).size === cells.length)
export type WalkCell = z.output<typeof walksSchema>[number]

/** The zones of a conference's rooms, in order of their names, and what was measured between them. */
export async function listWalks(
  db: Database,
  conferenceId: string,
): Promise<{ zones: string[]; walks: { from: string; to: string; minutes: number }[] }> {
  const rooms = await db.room.findMany({
    where: { conferenceId, archivedAt: null, zone: { not: null } },
    select: { zone: true },
    distinct: ['zone'],
    orderBy: { zone: 'asc' },
  })
  const walks = await db.walk.findMany({ where: { conferenceId }, orderBy: [{ fromZone: 'asc' }, { toZone: 'asc' }] })
  return {
    zones: rooms.flatMap(({ zone: name }) => name ?? []),
    walks: walks.map(({ fromZone, toZone, minutes }) => ({ from: fromZone, to: toZone, minutes })),
  }
}

/**
 * Corrects cells of the walk matrix; the others stay. What stands so already raises no version.
 * @throws {AppError} INVALID for a zone that no room is in
 */
export async function setWalks(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  cells: readonly WalkCell[],
  now: Date,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    const { zones, walks } = await listWalks(tx, conferenceId)
    if (cells.some(({ from, to }) => !zones.includes(from) || !zones.includes(to)))
      throw new AppError('INVALID', 'zone')
    const stored = new Map(walks.map(({ from, to, minutes }) => [keyOf(from, to), minutes]))
    const changed = cells.filter(({ from, to, minutes }) => (stored.get(keyOf(from, to)) ?? null) !== minutes)
    if (changed.length === 0) return new Unchanged(undefined)
    await tx.walk.deleteMany({
      where: { conferenceId, OR: changed.map(({ from, to }) => ({ fromZone: from, toZone: to })) },
    })
    await tx.walk.createMany({
      data: changed.flatMap(({ from, to, minutes }) =>
        minutes === null ? [] : [{ conferenceId, fromZone: from, toZone: to, minutes }],
      ),
    })
  })
}

function keyOf(from: string, to: string): string {
  return JSON.stringify([from, to])
}
