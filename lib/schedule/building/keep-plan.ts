import { randomUUID } from 'node:crypto'
import { Prisma, type PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { AppError } from '@/lib/platform/errors'
import { changeProgram, Unchanged } from '../edit/conference-version'
import { drawPlan } from './draw-plan'
import { MOST_FLOORS, type PlanRefusal } from './plan-limits'

/** Drawing is over by then; writing to the disk is part of it. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

export type KeptPlan = { ok: true; floor: string } | { ok: false; reason: PlanRefusal }

/**
 * Keeps a picture as the plan of a floor, drawn anew: of a new one, at the end, or in place of that which a floor has.
 * Rooms stay where they were on it.
 * @param of the name of a new floor, or the id of one that stands
 * @throws {AppError} NOT_FOUND where there is no such floor; UNAVAILABLE when too many pictures wait
 */
export async function keepPlan(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  of: { name: string } | { floor: string },
  given: Buffer,
  now: Date,
): Promise<KeptPlan> {
  const drawn = await drawPlan(given)
  if (typeof drawn === 'string') return { ok: false, reason: drawn }
  const { bytes, ...size } = drawn
  const picture = { pictureId: randomUUID(), bytes: bytes.length, ...size }
  return changeProgram<KeptPlan>(
    db,
    granted,
    now,
    async (tx, { id: conferenceId }) => {
      const floor = 'floor' in of ? of.floor : await insertFloor(tx, conferenceId, of.name, picture, now)
      if (floor === null) return new Unchanged<KeptPlan>({ ok: false, reason: 'tooManyFloors' })
      if ('floor' in of) {
        const where = { id: floor, conferenceId, removedAt: null }
        const { count } = await tx.floor.updateMany({ where, data: picture })
        if (count === 0) throw new AppError('NOT_FOUND', 'floor')
      }
      await putBlob(picture.pictureId, bytes)
      return { ok: true, floor }
    },
    PATIENCE,
  )
}

type NewPicture = { pictureId: string; bytes: number; width: number; height: number }

/** @returns its id; null where there are as many as there may be */
async function insertFloor(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  name: string,
  picture: NewPicture,
  now: Date,
): Promise<string | null> {
  const where = { conferenceId, removedAt: null }
  const { _count, _max } = await tx.floor.aggregate({ where, _count: true, _max: { position: true } })
  if (_count >= MOST_FLOORS) return null
  const position = (_max.position ?? -1) + 1
  const { id } = await tx.floor.create({
    data: { conferenceId, name, position, createdAt: now, ...picture },
    select: { id: true },
  })
  return id
}
