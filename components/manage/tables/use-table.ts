import { useCallback, useMemo, useRef, useState } from 'react'
import type { RowProblem, TableKind } from '@/lib/desk/tables/columns'
import { MOST_TABLE_ROWS } from '@/lib/desk/tables/limits'
import { withoutProblem, withoutWritten, withRefusal, type Refusal } from '@/lib/desk/tables/refusals'
import type { RowEdit } from '@/lib/desk/tables/schema'
import { inKnownOrder, withEdits, withLines } from '@/lib/desk/tables/steps'
import type { DeskTable, TableLine } from '@/lib/desk/tables/table'
import { sendJob, type FreshLines, type TableHistory, type TableJob, type TableTold } from './send-job'
import { doorsOf } from './table-doors'
import { useUntilKept } from '@/lib/notes/device/use-until-kept'

const empty: TableHistory = { done: [], undone: [] }

/**
 * A table's rows with what is done to them here: shown at once, sent one after the other, undoing too. What did not
 * reach the server stays in sight and waits for another try.
 */
export function useTable(slug: string, kind: TableKind, table: DeskTable) {
  const doors = useMemo(() => doorsOf(slug, kind), [slug, kind])
  const [seen, setSeen] = useState(table)
  const [lines, setLines] = useState<TableLine[]>(table.lines)
  if (seen !== table) {
    setSeen(table)
    // Nobody loses the row that they write in because its time is another now.
    setLines(inKnownOrder(lines, table.lines))
  }
  const queue = useRef<TableJob[]>([])
  const isSending = useRef(false)
  const history = useRef(empty)
  const [waiting, setWaiting] = useState<readonly TableJob[]>([])
  const [counts, setCounts] = useState({ done: 0, undone: 0 })
  const [stuck, setStuck] = useState<string | null>(null)
  const [told, setTold] = useState<TableTold | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])

  const drain = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    setStuck(null)
    const took = ({ lines: fresh, gone }: FreshLines) => setLines((known) => withLines(known, fresh, gone))
    for (let job = queue.current[0]; job; job = queue.current[0]) {
      const sent = await sendJob(doors, job, history, took)
      if ('stuck' in sent) {
        setStuck(sent.stuck)
        break
      }
      if ('refused' in sent) {
        const { rows, problems } = sent.refused
        setLines((known) => [...withEdits(known, changedMeanwhile(rows, problems))])
        setRefusals((known) => withRefusal(known, sent.refused))
        setTold(null)
      } else {
        const { told: last, written = [] } = sent
        setRefusals((known) => withoutWritten(known, written))
        if (last) setTold(last)
      }
      // It may have been dropped meanwhile.
      if (queue.current[0] === job) queue.current.shift()
      setWaiting([...queue.current])
      setCounts({ done: history.current.done.length, undone: history.current.undone.length })
    }
    isSending.current = false
  }, [doors])

  useUntilKept(waiting.length > 0, drain)
  const add = useCallback(
    (job: TableJob) => {
      queue.current.push(job)
      setWaiting([...queue.current])
      void drain()
    },
    [drain],
  )
  const write = useCallback(
    (rows: RowEdit[]) => {
      for (let from = 0; from < rows.length; from += MOST_TABLE_ROWS)
        add({ kind: 'write', rows: rows.slice(from, from + MOST_TABLE_ROWS) })
    },
    [add],
  )
  const drop = () => {
    queue.current = []
    setWaiting([])
    setStuck(null)
  }
  const dismiss = (which: { key: number; problem: RowProblem } | 'all') =>
    setRefusals((known) => (which === 'all' ? [] : withoutProblem(known, which.key, which.problem)))
  const tryOut = useCallback((rows: RowEdit[]) => doors.edit(rows, true), [doors])
  const shown = useMemo(
    () =>
      withEdits(
        lines,
        waiting.flatMap((job) => (job.kind === 'write' ? job.rows : [])),
      ),
    [lines, waiting],
  )
  return {
    ...{ lines: shown, told, refusals, stuck, write, drop, dismiss, tryOut },
    waiting: waiting.length,
    retry: () => void drain(),
    undo: () => add({ kind: 'undo' }),
    redo: () => add({ kind: 'redo' }),
    mayUndo: counts.done > 0 || waiting.length > 0,
    mayRedo: counts.undone > 0,
  }
}

/** What others wrote in cells meanwhile: whoever writes on sees it. */
function changedMeanwhile(rows: readonly RowEdit[], problems: readonly RowProblem[]): RowEdit[] {
  return problems.flatMap(({ row, column, now }) => {
    const id = rows[row]?.id ?? null
    return id === null || column === null || now === undefined ? [] : [{ id, set: { [column]: now }, seen: {} }]
  })
}
