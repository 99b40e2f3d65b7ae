import type { OwnedField } from '@/lib/schedule/overrides/list-owned'
import type { TableCells } from './columns'

/** A row of a table as the screen has it. */
export type TableLine = {
  id: string
  cells: TableCells
  /** What somebody decided by hand, beside what the source says, in groups that are given back as one. */
  own: OwnedField[][]
  /** Why whoever looks cannot write in it; null: they can. */ locked: 'not-yours' | null
  /** Of a session: the first part of its address. */ slug: string | null
  isCancelled: boolean
  /** By which names sources know it, as `nameKey` compares them. */ keys: string[]
}

/** A table with what cells of sessions can choose from, by name. */
export type DeskTable = {
  lines: TableLine[]
  rooms: string[]
  tracks: string[]
  /** A session is of a track in any case. */ isTrackGiven: boolean
}
