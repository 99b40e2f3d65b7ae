import * as z from 'zod/mini'
import type { KindSync } from '@/lib/sync/client/kind'
import { saidAgain } from '@/lib/sync/client/store/say-again'
import { renamedBlock, standingAttendances, standingBlocks, standingPicks } from './hand-over'
import { pulledAttendanceSchema, pulledBlockSchema, pulledPickSchema, pulledSeenSchema } from './pulled'
import { attendanceAgain, blockAgain, pickAgain, seenAgain } from './say-again'
import { narrowAttendances, narrowBlocks } from './whole-rows'

/** How a plan is kept in step with the server. */

export const picksSync: KindSync = {
  rows: z.array(pulledPickSchema),
  async take(store, { picks }) {
    await store.picks.bulkDelete(picks.filter(({ droppedAt }) => droppedAt).map(({ sessionId }) => sessionId))
    await store.picks.bulkPut(
      picks.filter(({ droppedAt }) => !droppedAt).map(({ droppedAt: _droppedAt, ...pick }) => pick),
    )
  },
  async again(store, { picks }, { isBehind, isSure }, now) {
    const told = new Map(picks.map((pick) => [pick.sessionId, pick]))
    const held = await store.picks.toArray()
    return saidAgain(
      held.flatMap((row) => pickAgain(row, told.get(row.sessionId), isBehind)),
      isSure,
      now,
    )
  },
  handOver: { standing: standingPicks },
}

export const blocksSync: KindSync = {
  rows: z.array(pulledBlockSchema),
  async take(store, { blocks }) {
    await store.blocks.bulkDelete(blocks.filter(({ droppedAt }) => droppedAt).map(({ id }) => id))
    await store.blocks.bulkPut(
      blocks.filter(({ droppedAt }) => !droppedAt).map(({ droppedAt: _droppedAt, ...block }) => block),
    )
  },
  async again(store, { blocks }, { isBehind, isSure }, now) {
    const told = new Map(blocks.map((block) => [block.id, block]))
    const held = await store.blocks.toArray()
    return saidAgain(
      held.flatMap((row) => blockAgain(row, told.get(row.id), isBehind)),
      isSure,
      now,
    )
  },
  narrow: async (store, entries) => narrowBlocks(entries, await store.blocks.toArray()),
  handOver: { standing: standingBlocks, renamed: renamedBlock },
}

export const attendancesSync: KindSync = {
  rows: z.array(pulledAttendanceSchema),
  async take(store, { attendances }) {
    await store.attendances.bulkPut(
      attendances.map(({ reason, statusAt, ...attendance }) => ({
        ...attendance,
        ...(reason && { reason }),
        ...(statusAt && { statusAt }),
      })),
    )
  },
  async again(store, { attendances }, history, now) {
    const told = new Map(attendances.map((attendance) => [attendance.sessionId, attendance]))
    const held = await store.attendances.toArray()
    return saidAgain(
      held.flatMap((row) => attendanceAgain(row, told.get(row.sessionId), history)),
      history.isSure,
      now,
    )
  },
  narrow: async (store, entries) => narrowAttendances(entries, await store.attendances.toArray()),
  handOver: { standing: standingAttendances },
}

export const seenSync: KindSync = {
  rows: z.array(pulledSeenSchema),
  about: (mutation) => (mutation.name === 'acknowledgeChanges' ? [mutation.args.conferenceId] : null),
  take: async (store, { seen }) => void (await store.seen.bulkPut(seen)),
  async again(store, { seen }, { isSure }, now) {
    const told = new Map(seen.map((row) => [row.conferenceId, row]))
    const held = await store.seen.toArray()
    return saidAgain(
      held.flatMap((row) => seenAgain(row, told.get(row.conferenceId))),
      isSure,
      now,
    )
  },
  handOver: {},
}
