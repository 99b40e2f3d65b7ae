import { nameKey } from '@/lib/program/names/name-key'
import type { Adapter, ImportFile, ParseOptions } from '../reading/adapter'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { sheetOfText } from '../csv/csv'
import { readTables } from '../csv/read-tables'
import type { TableSheet } from '../csv/sheet'
import { MOST_ROWS } from '../csv/text-rows'
import { MOST_BYTES } from '../most-bytes'
import { isZip, namesInZip, unzip, type ZipFailure } from '../unzip'
import type { SheetGrid } from './grid'
import { isPartOfOds, readOds } from './ods'
import { isPartOfXlsx, readXlsx } from './xlsx'

/**
 * Spreadsheets (.xlsx, .ods), read as the tables that their sheets are: those that look like a schedule together, a
 * sheet's name may be the day or the room; tables of text may lie beside them. Old ones (.xls) are told what they are.
 * A problem's path is the sheet and its row ("Friday row 12").
 */
export const spreadsheet: Adapter = {
  format: 'spreadsheet',
  recognises: (files) => files.some((file) => isOld(file) || kindOf(file) !== null),
  inspect: () => ({ title: null, siteKey: null, timeZone: null }),

  parse: (files, options) => {
    const draft = startProgram()
    const all = files.flatMap((file) => sheetsOf(file, files.length > 1 ? `${file.name} ` : '', draft))
    const sheets = withoutCopies(all, options, draft)
    const { mapping, headers } = readTables(sheets, options, draft)
    return { ...draft.finish(), mapping, headers }
  },
}

/** A table of text that has no other sessions than the spreadsheets beside it is the same once more, as CSV. */
function withoutCopies(sheets: TableSheet[], options: ParseOptions, draft: ProgramDraft): TableSheet[] {
  const texts = sheets.filter(({ name }) => name === null)
  const grids = sheets.filter(({ name }) => name !== null)
  if (texts.length === 0 || grids.length === 0) return sheets
  const own = sessionsIn(grids, options)
  const copies = texts.filter((sheet) => {
    const said = sessionsIn([sheet], options)
    return said.size > 0 && [...said].every((session) => own.has(session))
  })
  for (const { file } of copies) draft.addProblem('info', file, 'same-as-spreadsheet')
  return sheets.filter((sheet) => !copies.includes(sheet))
}

function sessionsIn(sheets: TableSheet[], options: ParseOptions): Set<string> {
  const draft = startProgram()
  readTables(sheets, options, draft)
  const { sessions } = draft.finish().program
  return new Set(sessions.map(({ title, dayOn, startAt }) => [nameKey(title), dayOn, startAt].join('|')))
}

/** Microsoft's container of before 2007, and that of a workbook with a password. */
function isOld({ bytes }: ImportFile): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

/** What a zip is by what is in it, whatever its name. */
function kindOf(file: ImportFile): 'xlsx' | 'ods' | null {
  const names = (isZip(file.bytes) && namesInZip(file.bytes)) || []
  if (names.includes('[Content_Types].xml') && names.includes('xl/workbook.xml')) return 'xlsx'
  if (names[0] !== 'mimetype') return null
  const [type] = partsOf(file, (name) => name === 'mimetype', 1_000).parts.values()
  return new TextDecoder().decode(type).startsWith('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : null
}

/** Parts of a document by their paths in it. */
function partsOf(
  file: ImportFile,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): { parts: ReadonlyMap<string, Uint8Array>; problem: ZipFailure | null } {
  const files = unzip(file, mostBytes, isWanted)
  if (typeof files === 'string') return { parts: new Map(), problem: files }
  return { parts: new Map(files.map(({ name, bytes }) => [name.slice(file.name.length + 1), bytes])), problem: null }
}

function sheetsOf(file: ImportFile, prefix: string, draft: ProgramDraft): TableSheet[] {
  if (isOld(file)) {
    draft.addProblem('error', file.name, 'spreadsheet-old')
    return []
  }
  const kind = kindOf(file)
  if (kind === null) return [sheetOfText(file, prefix, draft)].flatMap((sheet) => sheet ?? [])
  const { parts, problem } = partsOf(file, kind === 'xlsx' ? isPartOfXlsx : isPartOfOds, MOST_BYTES)
  if (problem) draft.addProblem('error', file.name, problem)
  const grids = kind === 'xlsx' ? readXlsx(parts) : readOds(parts)
  if (grids.length === 0 && !problem) draft.addProblem('error', file.name, 'no-sessions')
  return grids.flatMap((grid) => sheetOf(grid, grids.length > 1, file, prefix, draft))
}

function sheetOf(
  { name, rows, merges, isCut }: SheetGrid,
  isOneOfMany: boolean,
  file: ImportFile,
  prefix: string,
  draft: ProgramDraft,
): TableSheet[] {
  if (isCut) draft.addProblem('error', file.name, 'too-many-rows', `${MOST_ROWS}: ${name}`)
  if (isCut || (rows.length === 0 && isOneOfMany)) return []
  return [{ file: file.name, name, prefix: isOneOfMany ? `${prefix}${name} ` : prefix, rows, merges }]
}
