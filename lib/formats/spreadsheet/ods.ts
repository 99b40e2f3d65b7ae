import { roomForCells, startGrid, type GridDraft, type SheetGrid } from './grid'
import { readXml } from './read-xml'

/** What repeats is read so often at the most: sheets end with a million empty rows. */
const MOST_REPEATED = 1_000

/** Where an OpenDocument spreadsheet has its cells. */
export function isPartOfOds(path: string): boolean {
  return path === 'content.xml'
}

/**
 * Reads the visible sheets of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, 9): texts, the last value of
 * formulas, dates and times by their types.
 */
export function readOds(entries: ReadonlyMap<string, Uint8Array>): SheetGrid[] {
  const grids: SheetGrid[] = []
  const hidden = new Set<string>()
  const room = roomForCells()
  let style = ''
  let grid: GridDraft | null = null
  let [line, column] = [1, 0]
  let rowsRepeated = 1
  let row: { column: number; text: string }[] = []
  let cell: Record<string, string> | null = null
  let text = ''
  let isNote = 0

  readXml(entries.get('content.xml'), {
    open: (name, attributes) => {
      if (name === 'style') style = attributes['style:name'] ?? ''
      if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style)
      if (name === 'table' && !grid && !hidden.has(attributes['table:style-name'] ?? '')) {
        grid = startGrid(attributes['table:name'] ?? '', room)
        line = 1
      }
      if (name === 'table-row') [row, column, rowsRepeated] = [[], 0, countOf(attributes['table:number-rows-repeated'])]
      if (name === 'table-cell' || name === 'covered-table-cell') [cell, text] = [attributes, '']
      if (name === 'annotation') isNote++
      if (isNote > 0) return
      if (name === 'p' && text !== '') text += '\n'
      if (name === 'line-break') text += '\n'
      if (name === 'tab' || name === 's') text += ' '
    },
    text: (given) => {
      if (cell && isNote === 0 && grid && !grid.isFull()) text += given
    },
    close: (name) => {
      if (name === 'annotation') isNote--
      if (cell && (name === 'table-cell' || name === 'covered-table-cell')) {
        const own = name === 'table-cell' ? textOf(cell, text) : ''
        const repeated = countOf(cell['table:number-columns-repeated'])
        if (own.trim())
          for (let at = 0; at < Math.min(repeated, MOST_REPEATED); at++) row.push({ column: column + at, text: own })
        const [lines, columns] = [
          countOf(cell['table:number-rows-spanned']),
          countOf(cell['table:number-columns-spanned']),
        ]
        if (lines > 1 || columns > 1) grid?.merge({ line, column, lines, columns })
        column += repeated
        cell = null
      }
      if (name === 'table-row') {
        if (row.length > 0)
          for (let down = 0; down < Math.min(rowsRepeated, MOST_REPEATED); down++)
            for (const { column, text } of row) grid?.put(line + down, column, text)
        line += rowsRepeated
      }
      if (name === 'table' && grid) {
        grids.push(grid.finish())
        grid = null
      }
    },
  })
  return grids
}

/** A cell's value by its type (19.385); what is shown stands in its paragraphs. */
function textOf(cell: Record<string, string>, shown: string): string {
  const type = cell['office:value-type']
  const date = cell['office:date-value']
  if (type === 'date' && date)
    return date.replace(/T00:00(?::00(?:\.0+)?)?$/, '').replace(/(T\d\d:\d\d):\d\d(?:\.\d+)?$/, '$1')
  const [, hours, minutes] = /^PT(\d{1,4})H(\d{1,2})M/.exec(cell['office:time-value'] ?? '') ?? []
  if (type === 'time' && hours && minutes) return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
  if (type === 'boolean') return cell['office:boolean-value'] === 'true' ? 'yes' : 'no'
  // "1.200" and "1,200" are the same number.
  if (type === 'float' && cell['office:value']) return cell['office:value']
  return shown
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isSafeInteger(count) && count > 0 ? count : 1
}
