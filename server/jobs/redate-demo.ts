import type { PrismaClient } from '@/generated/prisma/client'
import { DAY_MS, dateOn } from '@/lib/platform/time'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { hallwayDays, hallwayDaysZone } from '@/prisma/demo/hallway-days'
import { DEMO_STEWARD } from './count-demo'

/** Longer than anything of the demo's rooms is looked at, and enough to see what a night changed. */
const KEPT_MS = 2 * DAY_MS

/**
 * Moves *Hallway Days*, where it is shown, to begin today, by importing it as any source is imported, and forgets what
 * earlier nights moved and the demo's stewards said: each night is some three hundred changes that nobody made.
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
  await forgetEarlier(db, source, now)
  return true
}

async function forgetEarlier(
  db: PrismaClient,
  { id: sourceId, conferenceId }: { id: string; conferenceId: string },
  now: Date,
): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - KEPT_MS) }
  const byNobody = { conferenceId, createdAt, userId: null }
  await db.$transaction([
    db.change.deleteMany({ where: { ...byNobody, importRun: { sourceId } } }),
    db.release.deleteMany({ where: { ...byNobody, importRun: { sourceId } } }),
    db.importRun.deleteMany({ where: { sourceId, createdAt, userId: null } }),
    db.reading.deleteMany({ where: { ...byNobody, stewardLink: { name: DEMO_STEWARD, createdById: null } } }),
  ])
}
