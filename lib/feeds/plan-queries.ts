import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { calendarSessionSelect } from './queries'

type Plan = {
  userId: string
  conferenceId: string
  /** When the feed was made: what left the plan before then, no calendar has of this feed. */
  since: Date
}

const pickSelect = {
  rank: true,
  sequence: true,
  droppedAt: true,
  updatedAt: true,
  session: { select: calendarSessionSelect },
} as const satisfies Prisma.PickSelect

export type PlanPick = Prisma.PickGetPayload<{ select: typeof pickSelect }>

/**
 * A person's picks with a time, by start, then number; with those that left the plan (dropped or hidden) after the feed
 * was made.
 */
export function listPlanPicks(db: Database, { userId, conferenceId, since }: Plan): Promise<PlanPick[]> {
  return db.pick.findMany({
    where: {
      userId,
      conferenceId,
      session: { startAt: { not: null } },
      OR: [
        { rank: { in: ['first', 'planB'] }, droppedAt: null },
        { rank: { in: ['first', 'planB'] }, droppedAt: { gte: since } },
        // Hidden at once, it was never in the plan.
        { rank: 'hidden', sequence: { gt: 0 }, droppedAt: null, updatedAt: { gte: since } },
      ],
    },
    select: pickSelect,
    orderBy: [{ session: { startAt: 'asc' } }, { session: { number: 'asc' } }],
  })
}

const blockSelect = {
  id: true,
  title: true,
  startAt: true,
  endAt: true,
  daily: true,
  sequence: true,
  droppedAt: true,
  updatedAt: true,
} as const satisfies Prisma.BlockSelect

export type PlanBlock = Prisma.BlockGetPayload<{ select: typeof blockSelect }>

/** A person's own time at a conference, by start; with what was dropped after the feed was made. */
export function listPlanBlocks(db: Database, { userId, conferenceId, since }: Plan): Promise<PlanBlock[]> {
  return db.block.findMany({
    where: { userId, conferenceId, OR: [{ droppedAt: null }, { droppedAt: { gte: since } }] },
    select: blockSelect,
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
  })
}

/** Every day with a session, "YYYY-MM-DD", in order. */
export async function listConferenceDays(db: Database, conferenceId: string): Promise<string[]> {
  const days = await db.session.groupBy({ by: ['dayOn'], where: { conferenceId }, orderBy: { dayOn: 'asc' } })
  return days.map(({ dayOn }) => dayOn.toISOString().slice(0, 10))
}
