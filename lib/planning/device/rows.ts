import type { Table } from 'dexie'
import type {
  AcknowledgeChanges,
  Attendance,
  Block,
  DropBlock,
  DropPick,
  PickRank,
  SetAttendance,
  SetBlock,
  SetPick,
} from '../schema'
import type { PulledAttendance, PulledBlock, PulledPick, PulledSeen } from './pulled'

/** What of a plan is kept on a device, as the server last told it. */

/** By the server's clock: when it was last said; builds before kept none. */
type Told = { updatedAt?: string }
/** `knownVersion`, of the conference: older changes of the session are no news. */
export type ServerPick = { sessionId: string; conferenceId: string; rank: PickRank; knownVersion?: number } & Told
export type BlockRow = Block & Told
/** `statusAt`: when its status was said; absent: nothing was, or builds before kept none. */
export type AttendanceRow = Attendance & { sessionId: string; conferenceId: string; statusAt?: string } & Told
/** Up to which version of a conference its changes were seen. */
export type SeenRow = { conferenceId: string; version: number }

declare module '@/lib/sync/mutation' {
  interface Changes {
    setPick: SetPick
    dropPick: DropPick
    setBlock: SetBlock
    dropBlock: DropBlock
    setAttendance: SetAttendance
    acknowledgeChanges: AcknowledgeChanges
  }
}

declare module '@/lib/sync/answers' {
  interface PulledRows {
    picks: PulledPick[]
    blocks: PulledBlock[]
    attendances: PulledAttendance[]
    seen: PulledSeen[]
  }
}

declare module '@/lib/sync/client/kind' {
  interface Tables {
    picks: Table<ServerPick, string>
    blocks: Table<BlockRow, string>
    attendances: Table<AttendanceRow, string>
    seen: Table<SeenRow, string>
  }
}
