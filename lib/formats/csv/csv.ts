import { decodeText } from '../reading/encoding'
import type { Adapter, ImportFile } from '../reading/adapter'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { readTables } from './read-tables'
import type { TableSheet } from './sheet'
import { countColumns, MOST_ROWS, rowsOfText } from './text-rows'

/**
 * Any table of text: a row for each session, or a grid with rooms across; CSV of any delimiter, text copied from a
 * spreadsheet, the exports of sched.com and pretalx (its speakers beside its sessions). Which column holds what is
 * guessed unless `mapping` says it, and returned. Times are wall times of `timeZone`; a day without a time is a value.
 * A problem's path is the line of the file ("line 12").
 */
export const csv: Adapter = {
  format: 'csv',
  recognises: (files) => files.some((file) => looksLikeTable(decodeText(file.bytes).text)),
  inspect: () => ({ title: null, siteKey: null, timeZone: null }),

  parse: (files, options) => {
    const draft = startProgram()
    const sheets = files.map((file) => sheetOfText(file, files.length > 1 ? `${file.name} ` : '', draft))
    const { mapping, headers } = readTables(
      sheets.flatMap((sheet) => sheet ?? []),
      options,
      draft,
    )
    return { ...draft.finish(), mapping, headers }
  },
}

function looksLikeTable(text: string): boolean {
  return !/^\s*([{[<]|BEGIN:V)/i.test(text) && countColumns(text) >= 2
}

/**
 * The rows of a file of text; null, with a problem, when it is no schedule by its length alone.
 * @param prefix stands before "line 12" in the paths of problems
 */
export function sheetOfText(file: ImportFile, prefix: string, draft: ProgramDraft): TableSheet | null {
  const { text, encoding, damaged } = decodeText(file.bytes)
  const { rows, brokenLines, isCut } = rowsOfText(text)
  if (isCut) {
    draft.addProblem('error', file.name, 'too-many-rows', String(MOST_ROWS))
    return null
  }
  if (encoding !== 'UTF-8') draft.addProblem('info', file.name, 'text-encoding', encoding)
  if (damaged)
    draft.addProblem(
      'warning',
      `${prefix}line ${text.slice(0, text.indexOf('\ufffd')).split(/\r\n?|\n/).length}`,
      'characters-unreadable',
    )
  for (const line of brokenLines) draft.addProblem('warning', `${prefix}line ${line}`, 'quotes-broken')
  return { file: file.name, name: null, prefix, rows, merges: [] }
}
