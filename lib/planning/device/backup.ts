import * as z from 'zod/mini'
import { backedUp } from '@/lib/sync/client/backed-up'
import { id, instant, line, lines } from '@/lib/sync/client/backup-fields'
import { attendanceChange, attendanceWith, noAttendance, saidIn } from '../said'
import type { Attendance } from '../schema'
import { shownAttendances, shownBlocks, shownKnown, shownPicks } from './shown'

const pick = z.object({
  sessionId: id,
  conferenceId: id,
  rank: z.enum(['first', 'planB', 'hidden']),
  /** Of the conference: older changes of the session are no news. */ knownVersion: z.optional(
    z.int().check(z.minimum(0), z.maximum(2_147_483_647)),
  ),
})
const block = z
  .object({
    id,
    conferenceId: id,
    title: line(200).check(z.minLength(1)),
    startAt: instant,
    endAt: instant,
    daily: z.boolean(),
  })
  .check(z.refine(({ startAt, endAt }) => startAt < endAt, { path: ['endAt'] }))
const attendance = z.object({
  sessionId: id,
  conferenceId: id,
  status: z.nullable(z.enum(['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn', 'missed'])),
  watchReplay: z.boolean(),
  findSlides: z.boolean(),
  reason: z.optional(lines(500)),
})
type BackupAttendance = z.infer<typeof attendance>

declare module '@/lib/sync/client/backed-up' {
  interface BackupLists {
    picks: z.infer<typeof pick>[]
    blocks: z.infer<typeof block>[]
    attendances: BackupAttendance[]
  }
}

// This device may not know all that the account has: what stands there is not replaced, either.
const adds = true

export const picksBackup = backedUp({
  name: 'picks',
  row: pick,
  async read(store, entries) {
    const rows = await store.picks.toArray()
    const known = shownKnown(rows, entries)
    return [...shownPicks(rows, entries)].flatMap(([conferenceId, ranks]) =>
      [...ranks].map(([sessionId, rank]) => {
        const knownVersion = known.get(conferenceId)?.get(sessionId)
        return { sessionId, conferenceId, rank, ...(knownVersion !== undefined && { knownVersion }) }
      }),
    )
  },
  bring(rows, here) {
    const known = new Set(here.map(({ sessionId }) => sessionId))
    return rows
      .filter(({ sessionId }) => !known.has(sessionId))
      .map(({ conferenceId, ...args }) => ({ conferenceId, name: 'setPick', args: { ...args, adds } }))
  },
})

export const blocksBackup = backedUp({
  name: 'blocks',
  row: block,
  read: async (store, entries) => [...shownBlocks(await store.blocks.toArray(), entries).values()].flat(),
  bring(rows, here, own) {
    const known = new Set(here.map((row) => row.id))
    return rows
      .map((row) => ({ ...row, id: own(row.id) }))
      .filter((row) => !known.has(row.id))
      .map((row) => ({ conferenceId: row.conferenceId, name: 'setBlock', args: { ...row, adds } }))
  },
})

export const attendancesBackup = backedUp({
  name: 'attendances',
  row: attendance,
  read: async (store, entries) =>
    [...shownAttendances(await store.attendances.toArray(), entries)].flatMap(([conferenceId, shown]) =>
      [...shown].map(([sessionId, said]) => ({ ...said, sessionId, conferenceId })),
    ),
  bring(rows, here) {
    const known = new Map(here.map(({ sessionId, conferenceId: _, ...said }) => [sessionId, said]))
    return rows.flatMap((row) => {
      const added = newIn(row, known.get(row.sessionId))
      const { sessionId, conferenceId } = row
      return added ? [{ conferenceId, name: 'setAttendance', args: { sessionId, ...added, adds } }] : []
    })
  },
})

/** What a backup's attendance says that is not said here yet; null: nothing. */
function newIn({ sessionId: _, conferenceId: __, ...row }: BackupAttendance, here: Attendance = noAttendance) {
  const said = saidIn(row)
  const added = said && attendanceChange(here, attendanceWith(here, { ...said, adds }))
  return added && Object.keys(added).length > 0 ? added : null
}
