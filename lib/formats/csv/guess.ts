import type { DayReader } from './days'
import { isSchedExport, mapByHeaders } from './headers'
import type { ColumnMapping, CsvField } from '../reading/column-mapping'
import type { Table } from './table'
import { readMoment } from './times'

/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 200

/** Dates about the table, not about the sessions. */
const bookkeeping = new RegExp(
  'creat|modif|updat|chang|submi|import|export|cré|mise? à jour|geändert|erstellt|gewijzigd|' +
    'cread|criad|a[ct]?tualiz|作成|更新|登録',
  'i',
)

type Column = {
  header: string
  cells: string[]
  /** Parts of the filled cells, 0 to 1. */
  dated: number
  timed: number
  roomLike: number
  distinct: number
  averageLength: number
}

/**
 * Guesses which column holds what: by its header, in English, French, German, Dutch, Spanish,
 * Portuguese, Italian or Japanese; and for the day, the times, the
 * room and the title, when no header tells, by what its cells look like.
 */
export function guessMapping(
  { headers, rows }: Pick<Table, 'headers' | 'rows'>,
  readDay: DayReader['read'],
): ColumnMapping {
  const mapping = mapByHeaders(headers)
  if (isSchedExport(headers)) return mapping
  const columns = headers.map((header, index) =>
    look(
      header,
      rows.slice(0, SAMPLE).flatMap(({ cells }) => cells[index] || []),
      readDay,
    ),
  )
  const startKnown = mapping.start !== undefined
  const startHasDay = (columns.find(({ header }) => header === mapping.start)?.dated ?? 0) > 0.5

  const fill = (field: CsvField, suits: (column: Column) => boolean, best: (column: Column) => number = () => 0) => {
    const free = columns.filter(
      (column) =>
        column.cells.length > 0 &&
        !Object.values(mapping).includes(column.header) &&
        !bookkeeping.test(column.header) &&
        suits(column),
    )
    const [found] = free.sort((a, b) => best(b) - best(a))
    if (found && mapping[field] === undefined) mapping[field] = found.header
  }

  fill('start', ({ dated, timed }) => timed >= 0.8 && dated >= 0.8)
  if (!startHasDay) fill('day', ({ dated, timed }) => dated >= 0.8 && timed < 0.2)
  fill('start', ({ timed }) => timed >= 0.8)
  if (!startKnown && mapping.duration === undefined) fill('end', ({ timed }) => timed >= 0.8)
  fill('room', ({ roomLike }) => roomLike >= 0.5)
  fill(
    'title',
    ({ dated, timed, distinct, averageLength }) =>
      dated + timed < 0.2 && distinct >= 0.6 && averageLength >= 10 && averageLength <= 150,
    ({ averageLength }) => averageLength,
  )
  return mapping
}

function look(header: string, cells: string[], readDay: DayReader['read']): Column {
  const moments = cells.map((cell) => readMoment(cell, readDay))
  const hasTimes = moments.some((moment) => moment?.minutes || moment?.instant)
  const part = (count: number) => (cells.length === 0 ? 0 : count / cells.length)
  return {
    header,
    cells,
    dated: part(moments.filter((moment) => moment?.dayOn ?? moment?.instant).length),
    timed: part(
      moments.filter(
        (moment) => moment && ((moment.minutes !== null && (hasTimes || moment.dayOn === null)) || moment.instant),
      ).length,
    ),
    roomLike: part(
      cells.filter(
        (cell) =>
          /^(room|salle|hall|stage|raum|saal|zaal|sala|aula|amphi|auditori(um|o)|theat(er|re)|scène|bühne)\b/i.test(
            cell,
          ) || /^.{0,12}(会場|ホール|ルーム|会議室|教室|ステージ)/.test(cell),
      ).length,
    ),
    distinct: part(new Set(cells).size),
    averageLength: part(cells.reduce((sum, cell) => sum + (/^https?:\/\//.test(cell) ? 1000 : cell.length), 0)),
  }
}
