import type { RoomNote } from '@/components/shared/state-sign'
import type { PlanConflict } from '@/lib/planning/conflict-options'
import type { PassageFrom } from '@/lib/planning/passages'
import type { PlanEntry } from '@/lib/planning/plan'
import type { Block, PickRank } from '@/lib/planning/schema'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

/** A day of a plan, and what can be done with what stands on it. */
export type TimelineProps = {
  conference: string
  /** Which stands above it. */
  day: string
  entries: readonly PlanEntry[]
  conflicts: readonly PlanConflict[]
  parts: AgendaParts
  ways: ReadonlyMap<string, PassageFrom>
  timeZone: string
  now: Date
  /** The present moment belongs to this day. */
  isToday: boolean
  roomOf: (session: AgendaSession) => RoomNote | undefined
  onOpen: (session: AgendaSession) => void
  onBlock: (block: Block) => void
  onFree: (span: { start: number; end: number }) => void
  onRank: (session: AgendaSession, rank: PickRank | undefined) => void
  onSwap: (session: AgendaSession, other: AgendaSession) => void
}
