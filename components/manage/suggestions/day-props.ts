import type { BoardKey } from '@/lib/desk/board/device/waiting-steps'
import type { Saying } from '@/lib/i18n/dates'

/** A session of the day, as the draft has it. */
export type DaySession = { id: string; title: string; language: string | null }
export type DayProps = {
  conference: string
  /** Whose board it is put on. */ board: BoardKey
  day: string
  /** Of the draft that was looked at. */ draftVersion: number
  /** How many sessions that draft moves: it is what is looked at. */ drafted: number
  /** How often something of the day does not work as it is. */ broken: number
  sessions: readonly DaySession[]
  /** By id. */ rooms: Readonly<Record<string, string>>
  saying: Saying
}
