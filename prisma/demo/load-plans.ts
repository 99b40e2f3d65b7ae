import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrismaClient } from '@/generated/prisma/client'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { loadSharp } from '@/lib/platform/pictures/load-sharp'
import { drawPlan, type DrawnPlan } from '@/lib/schedule/building/draw-plan'
import { lockConference, raiseVersion } from '@/lib/schedule/edit/conference-version'

/** A floor of an example's building. */
export type DemoFloor = {
  name: string
  /** A file of `prisma/demo/plans`. */ drawing: string
  metresWide: number
  /** Where rooms are on it, by name: of the picture's width and height, 0 to 1. */ rooms: Record<
    string,
    [number, number]
  >
}

/**
 * Gives an example that has no plan of its building the drawings of its floors, with its rooms on them.
 * @returns whether it had none
 */
export async function loadPlans(
  db: PrismaClient,
  conferenceId: string,
  floors: readonly DemoFloor[],
  now: Date,
): Promise<boolean> {
  if (floors.length === 0 || (await db.floor.count({ where: { conferenceId } })) > 0) return false
  const drawn = await Promise.all(floors.map(async (floor) => ({ ...floor, ...(await draw(floor)) })))
  await db.$transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId)
    for (const [position, { name, metresWide, rooms, bytes, width, height }] of drawn.entries()) {
      const [id, pictureId] = [randomUUID(), randomUUID()]
      const picture = { pictureId, bytes: bytes.length, width, height }
      await tx.floor.create({ data: { id, conferenceId, name, position, metresWide, createdAt: now, ...picture } })
      for (const [room, [floorX, floorY]] of Object.entries(rooms))
        await tx.room.updateMany({ where: { conferenceId, name: room }, data: { floorId: id, floorX, floorY } })
      await putBlob(pictureId, bytes)
    }
    await raiseVersion(tx, conference, now)
  })
  return true
}

/** Our own drawings need no browser that keeps strangers' apart. */
async function draw({ drawing }: DemoFloor): Promise<DrawnPlan> {
  const sharp = await loadSharp()
  const svg = await readFile(join(import.meta.dirname, 'plans', drawing))
  const plan = await drawPlan(await sharp(svg).png().toBuffer())
  if (typeof plan === 'string') throw new Error(`The plan ${drawing} cannot be drawn: ${plan}`)
  return plan
}
