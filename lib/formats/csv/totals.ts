import type { DayReader } from './days'
import type { CsvField } from '../reading/column-mapping'
import type { Table } from './table'
import { readMoment } from './times'

type Get = (field: CsvField) => string

/**
 * Tells sessions from the other rows of a sheet: sums, headings of a part of the day, the date at which it was printed.
 * Such a row has neither a day nor a time of its own, in a table whose sessions have; a session whose time is to be
 * announced has a day, or stands under its day in a table that writes each day once.
 */
export function sessionTest(
  table: Table,
  getOf: (cells: string[]) => Get,
  readDay: DayReader['read'],
): (get: Get, filledCells: number) => boolean {
  const isTimed = (get: Get) => get('start') + get('end') + get('duration') !== ''
  const hasTime = (get: Get) => {
    const moment = readMoment(get('start'), readDay)
    return moment !== null && (moment.minutes !== null || moment.instant !== null || moment.dayOn !== null)
  }
  const rows = table.rows.map(({ cells }) => getOf(cells)).filter((get) => get('title') !== '')
  const timed = rows.filter(hasTime)
  const writesDaysOnce = timed.length === 0 || timed.some((get) => get('day') === '')
  const expectsTimes = timed.length > 0
  return (get, filledCells) => {
    if (isTimed(get)) return true
    if (sums.test(get('title'))) return false
    return get('day') !== '' || !expectsTimes || (writesDaysOnce && filledCells > 1)
  }
}

const sumWords = [
  'totals?|sub-?totals?|sums?|summen?|gesamt|gesamtsumme|zwischensumme|insgesamt|sommes?|total général',
  'totaal|subtotaal|eindtotaal|totale|suma|razem|итого|всего|合計|总计|합계',
  'anzahl|count|nombre|aantal|stand|as of|printed|état au|imprimé',
]
const sums = new RegExp(String.raw`^(?:grand )?(?:${sumWords.join('|')})(?:\s*[:(]?\s*[\d.,:/() -]*)$`, 'iu')
