import type { Kind } from '@/lib/sync/client/kind'
import { isEqualInOrder, keepEqual } from '@/lib/sync/client/store/fold'
import { openNews } from './news'
import { shownAttendances, shownBlocks, shownKnown, shownPicks, shownSeen } from './shown'

/** What a person plans, as a device keeps it. */

const load = () => import('./plan-sync')

export const picks: Kind = {
  table: { name: 'picks', since: 1, indexes: 'sessionId' },
  changes: ['setPick', 'dropPick'],
  async shown(store) {
    const rows = await store.picks.toArray()
    return (entries, before) => ({
      picks: keepEqual(before.picks, shownPicks(rows, entries)),
      known: keepEqual(before.known, shownKnown(rows, entries)),
    })
  },
  sync: async () => (await load()).picksSync,
}

export const blocks: Kind = {
  table: { name: 'blocks', since: 2, indexes: 'id, conferenceId' },
  changes: ['setBlock', 'dropBlock'],
  async shown(store) {
    const rows = await store.blocks.toArray()
    return (entries, before) => ({ blocks: keepEqual(before.blocks, shownBlocks(rows, entries)) })
  },
  sync: async () => (await load()).blocksSync,
}

export const attendances: Kind = {
  table: { name: 'attendances', since: 2, indexes: 'sessionId, conferenceId' },
  changes: ['setAttendance'],
  async shown(store) {
    const rows = await store.attendances.toArray()
    return (entries, before) => ({
      attendances: keepEqual(before.attendances, shownAttendances(rows, entries), isEqualInOrder),
    })
  },
  sync: async () => (await load()).attendancesSync,
}

export const seen: Kind = {
  table: { name: 'seen', since: 2, indexes: 'conferenceId' },
  changes: ['acknowledgeChanges'],
  async shown(store) {
    const rows = await store.seen.toArray()
    return (entries) => ({ seen: shownSeen(rows, entries) })
  },
  open: openNews,
  sync: async () => (await load()).seenSync,
}
