import type { PrismaClient } from '@/generated/prisma/client'
import { dateOn } from '@/lib/platform/time'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { hallwayDays, hallwayDaysZone } from '@/prisma/demo/hallway-days'

/**
 * Moves *Hallway Days*, where it is shown, to begin today, by importing it as any source is imported.
 * @returns whether it is there
 */
export async function redateDemo(db: PrismaClient, now: Date): Promise<boolean> {
  const source = await db.source.findFirst({
    where: { conference: { slug: 'hallway-days', demo: true, deletedAt: null } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, conferenceId: true },
  })
  if (!source) return false
  const program = hallwayDays(dateOn(now, hallwayDaysZone))
  await importProgram(
    db,
    {
      conferenceId: source.conferenceId,
      source: { id: source.id },
      program,
      problems: [],
      userId: null,
      bytes: 0,
      // All of it moves by some days.
      accept: guardCodes,
    },
    now,
  )
  return true
}
