import Papa from 'papaparse'
import { columnsOf, type TableKind } from './columns'
import type { TableLine } from './table'

/**
 * A table as a file (RFC 4180) whose cells say what forms take, so that it can be pasted back. It begins with the mark
 * by which spreadsheets know UTF-8, and no cell of it is a formula to them.
 * @param headings of the table's columns, in their order
 */
export function writeTableFile(kind: TableKind, lines: readonly TableLine[], headings: string[]): string {
  const data = lines.map(({ cells }) => columnsOf[kind].map((column) => cells[column] ?? ''))
  return `\ufeff${Papa.unparse({ fields: headings, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
