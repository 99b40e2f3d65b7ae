import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { rememberNames } from '../edit/known-names'
import type { MergedKind } from './kinds'
import type { WhatMoved } from './moved'

type Tx = Prisma.TransactionClient

/** A room, track or speaker as merging sees it; of a room also what is known of it, of a speaker the company. */
export type MergedPart = {
  id: string
  name: string
  slug: string
  archivedAt: Date | null
  company?: string | null
  floor?: string | null
  zone?: string | null
  capacity?: number | null
  capacityKind?: 'seats' | 'headsets'
  /** Where it is on a plan. */
  floorId?: string | null
  floorX?: number | null
  floorY?: number | null
}

const common = { id: true, name: true, slug: true, archivedAt: true } as const
const onPlan = { floorId: true, floorX: true, floorY: true } as const
const ofRoom = { ...common, ...onPlan, floor: true, zone: true, capacity: true, capacityKind: true } as const

/** @throws {AppError} NOT_FOUND when the conference has none of this id, or it is not as wanted */
export async function requirePart(
  db: Database,
  conferenceId: string,
  kind: MergedKind,
  id: string,
  isWanted: 'standing' | 'put-away',
): Promise<MergedPart> {
  const where = { id, conferenceId }
  const part: MergedPart | null =
    kind === 'room'
      ? await db.room.findUnique({ where, select: ofRoom })
      : kind === 'track'
        ? await db.track.findUnique({ where, select: common })
        : await db.speaker.findUnique({ where, select: { ...common, company: true } })
  if (!part || (part.archivedAt === null) !== (isWanted === 'standing')) throw new AppError('NOT_FOUND', kind)
  return part
}

/** Puts a part away, or brings it back. */
export async function setArchived(tx: Tx, kind: MergedKind, id: string, archivedAt: Date | null): Promise<void> {
  const change = { where: { id }, data: { archivedAt } }
  if (kind === 'room') await tx.room.update(change)
  else if (kind === 'track') await tx.track.update(change)
  else await tx.speaker.update(change)
}

/** Has later imports know a part by what it is called. Speakers are known by their sources' keys alone. */
export async function keepNames(tx: Tx, kind: MergedKind, conferenceId: string, parts: MergedPart[]): Promise<void> {
  if (kind !== 'speaker') await rememberNames(tx, kind === 'room' ? 'rooms' : 'track', conferenceId, parts)
}

/** What is known of a room that goes away, and not of the one that it becomes. */
export function fillingOf(from: MergedPart, to: MergedPart): WhatMoved['filled'] {
  return {
    ...(from.floor && !to.floor && { floor: from.floor }),
    ...(from.zone && !to.zone && { zone: from.zone }),
    ...(from.capacity && !to.capacity && { capacity: from.capacity, capacityKind: from.capacityKind }),
    ...placeFilling(from, to),
  }
}

function placeFilling({ floorId, floorX, floorY }: MergedPart, to: MergedPart): WhatMoved['filled'] {
  return floorId && !to.floorId ? { floorId, floorX: floorX ?? 0, floorY: floorY ?? 0 } : {}
}

/** Takes back what a room was told by a merge, where nobody has said otherwise since. */
export async function emptyAgain(tx: Tx, roomId: string, filled: WhatMoved['filled']): Promise<void> {
  const { floor, zone, capacity, floorId, floorX, floorY } = filled
  for (const [field, value] of Object.entries({ floor, zone, capacity }))
    if (value !== undefined)
      await tx.room.updateMany({ where: { id: roomId, [field]: value }, data: { [field]: null } })
  if (floorId === undefined) return
  const where = { id: roomId, floorId, floorX, floorY }
  await tx.room.updateMany({ where, data: { floorId: null, floorX: null, floorY: null } })
}
