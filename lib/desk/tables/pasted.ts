import Papa from 'papaparse'

/** More is no block of a table: a whole file is brought in as a source. */
const MOST_CHARACTERS = 2_000_000
const MOST_COLUMNS = 40

/**
 * A block of cells as a spreadsheet puts it on the clipboard (with tabs), or as a file has it (with commas or
 * semicolons); rows without any text are left out.
 */
export function readBlock(text: string): string[][] {
  const kept = text.replace(/^\ufeff/, '').slice(0, MOST_CHARACTERS)
  const cut = (delimiter: string) => Papa.parse<string[]>(kept, { delimiter, skipEmptyLines: 'greedy' }).data
  const marks = kept.includes('\t') || isNumbersAlone(kept) ? [] : [';', ',']
  const rows = marks.map(cut).find(isTable) ?? cut('\t')
  return rows.map((row) => row.slice(0, MOST_COLUMNS).map((cell) => withoutGuard(cell.trim())))
}

/** A file says "'=1" where a spreadsheet would reckon "=1". */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '')
}

/** A column of numbers alone ("1,200") is one column. */
function isNumbersAlone(text: string): boolean {
  return /^[\d\s.,'’]*$/.test(text)
}

/** Every row has as many cells, and more than one. */
function isTable(rows: readonly string[][]): boolean {
  const width = rows[0]?.length ?? 0
  return width > 1 && rows.every((row) => row.length === width)
}

/** Is it more than what one cell takes? */
export function isBlock(text: string): boolean {
  const ended = text.replace(/\r?\n$/, '')
  return ended.includes('\t') || ended.includes('\n')
}
