import type { TableCells, TableKind } from '../columns'
import type { Opening, OpenTable } from './open-table'
import { openRooms, openSpeakers, openTracks } from './part-lines'
import { openSessions } from './session-lines'

/** Opens a table within a change of the programme, with the rows of these ids. */
export function openTable(kind: TableKind, opening: Opening): Promise<OpenTable> {
  return { rooms: openRooms, sessions: openSessions, tracks: openTracks, speakers: openSpeakers }[kind](opening)
}

/** The cells of a row that are to say something else. */
export function changedCells(set: TableCells, cells: TableCells): Record<string, string> {
  return Object.fromEntries(
    Object.entries(set).flatMap(([column, text]) => {
      const known = Object.entries(cells).find(([name]) => name === column)?.[1]
      return text === undefined || text === known ? [] : [[column, text]]
    }),
  )
}
