import type { Database } from '@/lib/platform/db'
import { batchHandler, handler, hasNewer, servedKind } from '@/lib/sync/server/served-kind'
import {
  acknowledgeChangesSchema,
  dropBlockSchema,
  dropPickSchema,
  setAttendanceSchema,
  setBlockSchema,
  setPickSchema,
} from '../schema'
import { acknowledgeChanges, dropBlock, dropPick, setAttendance, setBlock } from './mutations'
import { setPicks } from './set-picks'

/** What a person plans, as devices change it and hear of it. */

export const servedPicks = servedKind({
  name: 'picks',
  hasNews: hasNewer('Pick'),
  async list(db, userId, after) {
    const picks = await db.pick.findMany({
      ...newer(userId, after),
      select: { sessionId: true, conferenceId: true, rank: true, knownVersion: true, updatedAt: true, droppedAt: true },
    })
    return picks.map((pick) => ({
      ...pick,
      updatedAt: pick.updatedAt.toISOString(),
      droppedAt: isoOf(pick.droppedAt),
    }))
  },
  changes: [
    batchHandler({
      name: 'setPick',
      args: setPickSchema,
      about: ({ sessionId }) => sessionId,
      runAll: setPicks,
    }),
    handler({
      name: 'dropPick',
      args: dropPickSchema,
      about: ({ sessionId }) => [sessionId],
      run: (tx, user, args, now) => dropPick(tx, user.id, args, now),
    }),
  ],
})

export const servedBlocks = servedKind({
  name: 'blocks',
  hasNews: hasNewer('Block'),
  async list(db, userId, after) {
    const blocks = await db.block.findMany({
      ...newer(userId, after),
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
    return blocks.map((block) => ({
      ...block,
      startAt: block.startAt.toISOString(),
      endAt: block.endAt.toISOString(),
      updatedAt: block.updatedAt.toISOString(),
      droppedAt: isoOf(block.droppedAt),
    }))
  },
  changes: [
    handler({ name: 'setBlock', args: setBlockSchema, about: ({ id }) => [id], run: setBlock }),
    handler({
      name: 'dropBlock',
      args: dropBlockSchema,
      about: ({ id }) => [id],
      run: (tx, user, args, now) => dropBlock(tx, user.id, args, now),
    }),
  ],
})

export const servedAttendances = servedKind({
  name: 'attendances',
  hasNews: hasNewer('Attendance'),
  async list(db, userId, after) {
    const attendances = await db.attendance.findMany({
      ...newer(userId, after),
      select: {
        sessionId: true,
        conferenceId: true,
        status: true,
        watchReplay: true,
        findSlides: true,
        reason: true,
        statusAt: true,
        updatedAt: true,
      },
    })
    return attendances.map((attendance) => ({
      ...attendance,
      statusAt: isoOf(attendance.statusAt),
      updatedAt: attendance.updatedAt.toISOString(),
    }))
  },
  changes: [
    handler({
      name: 'setAttendance',
      args: setAttendanceSchema,
      about: ({ sessionId }) => [sessionId],
      run: setAttendance,
    }),
  ],
})

/** Up to which version of each conference its changes were seen. */
export const servedSeen = servedKind({
  name: 'seen',
  hasNews: hasNewer('ChangeReceipt'),
  list: (db: Database, userId, after) =>
    db.changeReceipt.findMany({ ...newer(userId, after), select: { conferenceId: true, version: true } }),
  changes: [
    handler({
      name: 'acknowledgeChanges',
      args: acknowledgeChangesSchema,
      about: ({ conferenceId }) => [conferenceId],
      run: acknowledgeChanges,
    }),
  ],
})

function newer(userId: string, after: bigint) {
  return { where: { userId, revision: { gt: after } }, orderBy: { revision: 'asc' } } as const
}

function isoOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}
