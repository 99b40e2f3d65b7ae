import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { calendarSessionSelect } from './queries'

type Plan = { userId: string; conferenceId: string }

const pickSelect = {
  rank: true,
  sequence: true,
  updatedAt: true,
  session: { select: calendarSessionSelect },
} as const satisfies Prisma.PickSelect

export type PlanPick = Prisma.PickGetPayload<{ select: typeof pickSelect }>

/** The sessions that a person wants, by start and number; to be announced comes last. */
export function listPlanPicks(db: Database, { userId, conferenceId }: Plan): Promise<PlanPick[]> {
  return db.pick.findMany({
    where: { userId, conferenceId, rank: { in: ['first', 'planB'] }, droppedAt: null },
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
  updatedAt: true,
} as const satisfies Prisma.BlockSelect

export type PlanBlock = Prisma.BlockGetPayload<{ select: typeof blockSelect }>

/** A person's own time at a conference, by start. */
export function listPlanBlocks(db: Database, { userId, conferenceId }: Plan): Promise<PlanBlock[]> {
  return db.block.findMany({
    where: { userId, conferenceId, droppedAt: null },
    select: blockSelect,
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
  })
}

/** Every day with a session, "YYYY-MM-DD", in order. */
export async function listConferenceDays(db: Database, conferenceId: string): Promise<string[]> {
  const days = await db.session.groupBy({ by: ['dayOn'], where: { conferenceId }, orderBy: { dayOn: 'asc' } })
  return days.map(({ dayOn }) => dayOn.toISOString().slice(0, 10))
}
