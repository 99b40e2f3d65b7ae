import { useCallback, useEffect, useMemo, useState } from 'react'
import type { RowProblem, TableColumn, TableKind } from '@/lib/desk/tables/columns'
import { readHeadings, withCompanies } from '@/lib/desk/tables/headings'
import {
  askedRows,
  columnsFrom,
  employedIn,
  planPaste,
  type PasteStart,
  type PlannedRow,
} from '@/lib/desk/tables/paste-plan'
import { readBlock } from '@/lib/desk/tables/pasted'
import { MOST_TABLE_ROWS } from '@/lib/desk/tables/limits'
import type { RowEdit } from '@/lib/desk/tables/schema'
import type { TableLine } from '@/lib/desk/tables/table'
import type { useTable } from '../use-table'
import type { TableWords } from '../use-table-words'

/** Of a row that cannot be: why, by column; null: of the row as a whole. */
export type WrongRow = { row: PlannedRow; problems: readonly Wrong[] }
export type Wrong = { column: TableColumn | null; code: RowProblem['code'] | 'no-row' | 'several'; now?: string }

type Given = {
  kind: TableKind
  words: TableWords
  tryOut: ReturnType<typeof useTable>['tryOut']
  /** As they are shown: where rows have no name, these follow the place. */ lines: readonly TableLine[]
  all: readonly TableLine[]
  start: PasteStart | null
}

/** The server is asked once somebody stops typing. */
const PAUSE_MS = 300

/** A pasted block, what it would do, and what of it is wrong; nothing is written. */
export function usePaste(pasted: string, { kind, words, tryOut, lines, all, start }: Given) {
  const [read] = useState(() => readBlock(pasted))
  const joined = useMemo(() => withCompanies(read, kind, words.names), [read, kind, words])
  const [block, setBlock] = useState(joined)
  const [chosen, setChosen] = useState<ReadonlyMap<number, TableColumn | null>>(new Map())
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set())
  const headings = useMemo(() => readHeadings(kind, block[0] ?? [], words.names), [kind, block, words])
  const width = Math.max(0, ...block.map((row) => row.length))
  const columns = useMemo(() => {
    const read = headings ?? columnsFrom(kind, start, width)
    return read.map((column, place) => (chosen.has(place) ? (chosen.get(place) ?? null) : column))
  }, [headings, kind, start, width, chosen])
  const rows = useMemo(() => {
    const body = (headings ? block.slice(1) : block).slice(0, MOST_TABLE_ROWS)
    const isByName = columns.some((column) => column === 'name' || column === 'title')
    const known = isByName ? all : lines
    return planPaste({ kind, block: body, columns, lines: known, start, choices: words.choices })
  }, [block, headings, columns, kind, lines, all, start, words])
  const kept = useMemo(() => rows.filter(({ index }) => !leftOut.has(index)), [rows, leftOut])
  const asked = useMemo(() => askedRows(kept), [kept])
  const { problems, state, retry } = useTrial(tryOut, asked)
  const wrong = useMemo(() => wrongRows(kept, asked, problems), [kept, asked, problems])
  return {
    ...{ block, columns, kept, wrong, state, retry, leftOut: rows.filter(({ index }) => leftOut.has(index)) },
    hasHeadings: headings !== null,
    /** By a comma alone; a column of companies leaves no doubt. */ employed: joined === read ? employedIn(kept) : [],
    isTooLong: block.length - (headings ? 1 : 0) > MOST_TABLE_ROWS,
    edits: asked.map(editOf),
    choose: (place: number, column: TableColumn | null) => setChosen(new Map(chosen).set(place, column)),
    toggle: (index: number) => {
      const next = new Set(leftOut)
      if (!next.delete(index)) next.add(index)
      setLeftOut(next)
    },
    /** Says something else in a cell of the block. */
    mend: (index: number, place: number, text: string) => {
      const at = index + (headings ? 1 : 0)
      setBlock(block.map((row, nth) => (nth === at ? withCell(row, place, text) : row)))
    },
    textAt: (index: number, place: number) => block[index + (headings ? 1 : 0)]?.[place] ?? '',
  }
}

function withCell(row: readonly string[], place: number, text: string): string[] {
  const filled = Array.from({ length: Math.max(row.length, place + 1) }, (_, nth) => row[nth] ?? '')
  return filled.with(place, text)
}

function editOf({ id, set, seen }: PlannedRow): RowEdit {
  return { id, set, seen }
}

type Trial = { of: readonly PlannedRow[]; problems: readonly RowProblem[]; hasFailed: boolean }

/** What the server says of these rows, which it does not write; asked again when the network is back, or on demand. */
function useTrial(tryOut: Given['tryOut'], asked: readonly PlannedRow[]) {
  const [trial, setTrial] = useState<Trial>({ of: [], problems: [], hasFailed: false })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (asked.length === 0) return
    let isDropped = false
    const look = async () => {
      const answer = await tryOut(asked.map(editOf)).catch(() => null)
      if (isDropped) return
      const hasFailed = answer === null || (!answer.ok && !('problems' in answer))
      setTrial({ of: asked, problems: answer && 'problems' in answer ? answer.problems : [], hasFailed })
    }
    const timer = setTimeout(() => void look(), PAUSE_MS)
    return () => {
      isDropped = true
      clearTimeout(timer)
    }
  }, [asked, tryOut, turn])
  const isAnswered = asked.length === 0 || trial.of === asked
  const state = !isAnswered ? ('looking' as const) : trial.hasFailed ? ('failed' as const) : ('told' as const)
  const retry = useCallback(() => {
    setTrial({ of: [], problems: [], hasFailed: false })
    setTurn((before) => before + 1)
  }, [])
  const hasFailed = state === 'failed'
  useEffect(() => {
    if (!hasFailed) return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [hasFailed, retry])
  return { problems: trial.of === asked ? trial.problems : [], state, retry }
}

function wrongRows(
  kept: readonly PlannedRow[],
  asked: readonly PlannedRow[],
  problems: readonly RowProblem[],
): WrongRow[] {
  const of = new Map<number, Wrong[]>()
  const add = ({ index }: PlannedRow, problem: Wrong) => of.set(index, [...(of.get(index) ?? []), problem])
  const met = new Set<string>()
  for (const row of kept) {
    if (row.state === 'no-row' || row.state === 'several') add(row, { column: null, code: row.state })
    if (row.id !== null && met.has(row.id)) add(row, { column: null, code: 'twice' })
    if (row.id !== null) met.add(row.id)
  }
  for (const { row, ...problem } of problems) {
    const planned = asked[row]
    if (planned) add(planned, problem)
  }
  return kept.flatMap((row) => {
    const found = of.get(row.index)
    return found ? [{ row, problems: found }] : []
  })
}
