/** What organizers edit as in a spreadsheet. */
export const tableKinds = ['rooms', 'sessions', 'tracks', 'speakers'] as const
export type TableKind = (typeof tableKinds)[number]
/** Those that are the whole conference's: whoever leads a track has the sessions alone. */
export const partTables = ['rooms', 'tracks', 'speakers'] as const satisfies readonly TableKind[]

/** The columns of each, by the names that the fields have in forms; the first is what a row is called. */
export const columnsOf = {
  rooms: ['name', 'capacity', 'capacityKind', 'floor', 'zone'],
  sessions: [
    ...(['title', 'dayOn', 'start', 'end', 'room', 'track', 'kind', 'speakers', 'language', 'level'] as const),
    ...(['capacity', 'soldOut', 'separateRegistration'] as const),
  ],
  tracks: ['name', 'color'],
  speakers: ['name', 'company', 'tagline'],
} as const satisfies Record<TableKind, readonly string[]>
export type TableColumn = (typeof columnsOf)[TableKind][number]
export const tableColumns: readonly TableColumn[] = [...new Set(tableKinds.flatMap((kind) => columnsOf[kind]))]

/**
 * What cells say, as the forms of the same things take it: days "2026-03-24", times "09:05" on the conference's clocks,
 * a room and a track by name, a tick as "1"; '' where nothing is said.
 */
export type TableCells = Partial<Record<TableColumn, string>>

/** The columns that a row says something of. */
export function saidColumns(cells: TableCells): TableColumn[] {
  return tableColumns.filter((column) => cells[column] !== undefined)
}

/** Of a table of sessions the rooms and tracks, of a table of parts those, can be named for the first time. */
export function mayAdd(kind: TableKind): boolean {
  return kind === 'rooms' || kind === 'tracks'
}

/** The column by which a pasted row is known. */
export function nameColumn(kind: TableKind): 'name' | 'title' {
  return kind === 'sessions' ? 'title' : 'name'
}

/** Why a row cannot be as it is asked. */
export const rowProblems = [
  ...(['required', 'too-long', 'count', 'day', 'clock', 'choice', 'wrong', 'name-taken', 'no-such-room'] as const),
  ...(['no-such-track', 'time-skipped', 'end-before-start', 'changed', 'gone', 'not-yours', 'twice'] as const),
] as const
export type RowProblemCode = (typeof rowProblems)[number]
/** @property row which of those asked, from 0; @property column null: of the row as a whole */
export type RowProblem = {
  row: number
  column: TableColumn | null
  code: RowProblemCode
  /** Of one that somebody changed meanwhile: what it says now. */ now?: string
}
