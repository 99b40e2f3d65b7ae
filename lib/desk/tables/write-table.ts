import Papa from 'papaparse'
import { readPeople, writeListed } from '@/lib/program/names/listed'
import { sessionKinds, type SessionKind } from '@/lib/program/session-kinds'
import type { Person } from '@/lib/program/snapshot'
import { columnsOf, type TableCells, type TableColumn, type TableKind } from './columns'
import type { TableLine } from './table'

/**
 * A table as a file (RFC 4180) whose cells say what forms take, so that it can be pasted back, or brought in as a
 * source. It begins with the mark by which spreadsheets know UTF-8, and no cell of it is a formula to them.
 * @param sayKind what screens call a kind of session
 * @param status how a session's that is cancelled is called, and its column
 * @param headingOf a column's; the companies of a session's speakers have one of their own, in the order of these: in
 *   one with their names nobody else could tell them apart
 */
export function writeTableFile(
  kind: TableKind,
  lines: readonly TableLine[],
  { headingOf, sayKind, status }: FileWords,
): string {
  const columns = columnsOf[kind].flatMap((column) => columnsOfFile(column, sayKind))
  // A column of its own, and only where something is: it cannot be pasted back.
  const isSaid = lines.some(({ isCancelled }) => isCancelled)
  const fields = [...columns.map(({ heading }) => headingOf(heading)), ...(isSaid ? [status.heading] : [])]
  const data = lines.map(({ cells, isCancelled }) => [
    ...columns.map(({ say }) => say(cells)),
    ...(isSaid ? [isCancelled ? status.cancelled : ''] : []),
  ])
  return `\ufeff${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}

type FileWords = {
  headingOf: (column: TableColumn) => string
  sayKind: (kind: SessionKind) => string
  /** As the importer of tables knows them. */ status: { heading: string; cancelled: string }
}
type FileColumn = { heading: TableColumn; say: (cells: TableCells) => string }

function columnsOfFile(column: TableColumn, sayKind: FileWords['sayKind']): FileColumn[] {
  if (column === 'kind') {
    const say = ({ kind: said = '' }: TableCells) => {
      const kind = sessionKinds.find((one) => one === said)
      return kind ? sayKind(kind) : said
    }
    return [{ heading: column, say }]
  }
  if (column !== 'speakers') return [{ heading: column, say: (cells) => cells[column] ?? '' }]
  const peopleOf = ({ speakers = '' }: TableCells) => readPeople(speakers)
  return [
    {
      heading: 'speakers',
      say: (cells) =>
        writeListed(
          peopleOf(cells).map(({ name }) => name),
          NOT_PLAIN,
        ),
    },
    { heading: 'company', say: (cells) => sayCompanies(peopleOf(cells)) },
  ]
}

/** What reads as two names, or as a name and what stands behind it. */
const NOT_PLAIN = /[^\p{L}\p{M}\p{N} .'’-]|\b(?:and|et|und|en)\b/iu

function sayCompanies(people: readonly Person[]): string {
  return people.some(({ company }) => company)
    ? writeListed(
        people.map(({ company }) => company ?? ''),
        /[;\n|、]/,
      )
    : ''
}
