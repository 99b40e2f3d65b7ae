import type { Database } from '@/lib/platform/db'

/**
 * A person's picks, blocks, attendances and seen versions written after their cursor, tombstones included, in the order
 * in which they were written.
 */
export async function listPlan(db: Database, userId: string, after: bigint) {
  const newer = { where: { userId, revision: { gt: after } }, orderBy: { revision: 'asc' } } as const
  const picks = await db.pick.findMany({
    ...newer,
    select: { sessionId: true, conferenceId: true, rank: true, knownVersion: true, updatedAt: true, droppedAt: true },
  })
  const blocks = await db.block.findMany({
    ...newer,
    select: {
      id: true,
      conferenceId: true,
      title: true,
      startAt: true,
      endAt: true,
      daily: true,
      updatedAt: true,
      droppedAt: true,
    },
  })
  const attendances = await db.attendance.findMany({
    ...newer,
    select: {
      sessionId: true,
      conferenceId: true,
      status: true,
      watchReplay: true,
      findSlides: true,
      reason: true,
      updatedAt: true,
    },
  })
  const seen = await db.changeReceipt.findMany({ ...newer, select: { conferenceId: true, version: true } })
  return {
    picks: picks.map((pick) => ({
      ...pick,
      updatedAt: pick.updatedAt.toISOString(),
      droppedAt: isoOf(pick.droppedAt),
    })),
    blocks: blocks.map((block) => ({
      ...block,
      startAt: block.startAt.toISOString(),
      endAt: block.endAt.toISOString(),
      updatedAt: block.updatedAt.toISOString(),
      droppedAt: isoOf(block.droppedAt),
    })),
    attendances: attendances.map((attendance) => ({ ...attendance, updatedAt: attendance.updatedAt.toISOString() })),
    seen,
  }
}

function isoOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}
