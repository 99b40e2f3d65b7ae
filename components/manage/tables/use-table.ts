import { useCallback, useMemo, useRef, useState } from 'react'
import type { RowProblem, TableKind } from '@/lib/desk/tables/columns'
import type { RowEdit } from '@/lib/desk/tables/schema'
import { stepOf, withEdits, withLines, type TableStep } from '@/lib/desk/tables/steps'
import type { DeskTable, TableLine } from '@/lib/desk/tables/table'
import { doorsOf } from './table-doors'

/** What the last thing that was done came to. */
export type TableTold =
  | { kind: 'written'; count: number; collisions: number }
  | { kind: 'undone' | 'redone'; left: string[] }
  | { kind: 'refused'; rows: readonly RowEdit[]; problems: readonly RowProblem[] }

type History = { done: readonly TableStep[]; undone: readonly TableStep[] }
const empty: History = { done: [], undone: [] }

/**
 * A table's rows with what is done to them here: shown at once, sent one step after the other. What did not reach the
 * server stays in sight and waits for another try.
 */
export function useTable(slug: string, kind: TableKind, table: DeskTable) {
  const { edit, undo } = useMemo(() => doorsOf(slug, kind), [slug, kind])
  const [seen, setSeen] = useState(table)
  const [lines, setLines] = useState<TableLine[]>(table.lines)
  if (seen !== table) {
    setSeen(table)
    setLines(table.lines)
  }
  const queue = useRef<RowEdit[][]>([])
  const isSending = useRef(false)
  const [waiting, setWaiting] = useState<readonly RowEdit[]>([])
  const [stuck, setStuck] = useState<string | null>(null)
  const [history, setHistory] = useState(empty)
  const [told, setTold] = useState<TableTold | null>(null)
  const [isBusy, setBusy] = useState(false)

  const showQueue = () => setWaiting(queue.current.flat())
  const wrote = useCallback((rows: readonly RowEdit[], ids: readonly string[], fresh: readonly TableLine[]) => {
    setLines((known) => withLines(known, fresh))
    return stepOf(rows, ids)
  }, [])

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    setStuck(null)
    for (let rows = queue.current[0]; rows; rows = queue.current[0]) {
      const answer = await edit(rows, false).catch(() => ({ ok: false as const, reason: 'UNAVAILABLE' as const }))
      if (!answer.ok && !('problems' in answer)) {
        setStuck(answer.reason)
        break
      }
      queue.current.shift()
      if ('problems' in answer) {
        const { problems } = answer
        setLines((known) => withEdits(known, changedMeanwhile(rows, problems)).slice())
        setTold({ kind: 'refused', rows, problems })
      } else {
        const { ids, lines: fresh, collisions } = answer.value
        const step = wrote(rows, ids, fresh)
        setHistory(({ done }) => ({ done: [...done, step], undone: [] }))
        setTold({ kind: 'written', count: ids.length, collisions })
      }
      showQueue()
    }
    isSending.current = false
  }, [edit, wrote])

  const write = useCallback(
    (rows: RowEdit[]) => {
      if (rows.length === 0) return
      queue.current.push(rows)
      showQueue()
      void send()
    },
    [send],
  )
  const leave = () => {
    queue.current = []
    showQueue()
    setStuck(null)
  }

  const goBack = async () => {
    const step = history.done.at(-1)
    if (!step || isBusy || waiting.length > 0) return
    setBusy(true)
    const answer = await undo(step).catch(() => ({ ok: false as const, reason: 'UNAVAILABLE' as const }))
    setBusy(false)
    if (!answer.ok) return setStuck(answer.reason)
    const { lines: fresh, gone, left } = answer.value
    setLines((known) => withLines(known, fresh, gone))
    setHistory(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }))
    setTold({ kind: 'undone', left })
  }
  const goOn = async () => {
    const step = history.undone.at(-1)
    if (!step || isBusy || waiting.length > 0) return
    setBusy(true)
    const rows = [...step.rows]
    const answer = await edit(rows, false).catch(() => ({ ok: false as const, reason: 'UNAVAILABLE' as const }))
    setBusy(false)
    if (!answer.ok && !('problems' in answer)) return setStuck(answer.reason)
    if ('problems' in answer) return setTold({ kind: 'refused', rows, problems: answer.problems })
    const again = wrote(rows, answer.value.ids, answer.value.lines)
    setHistory(({ done, undone }) => ({ done: [...done, again], undone: undone.slice(0, -1) }))
    setTold({ kind: 'redone', left: [] })
  }

  const tryOut = useCallback((rows: RowEdit[]) => edit(rows, true), [edit])
  const shown = useMemo(() => withEdits(lines, waiting), [lines, waiting])
  return {
    ...{ lines: shown, told, stuck, waiting: waiting.length, write, leave, goBack, goOn },
    retry: () => void send(),
    tryOut,
    mayUndo: history.done.length > 0 && !isBusy && waiting.length === 0,
    mayRedo: history.undone.length > 0 && !isBusy && waiting.length === 0,
  }
}

/** What others wrote in cells meanwhile: whoever writes on sees it. */
function changedMeanwhile(rows: readonly RowEdit[], problems: readonly RowProblem[]): RowEdit[] {
  return problems.flatMap(({ row, column, now }) => {
    const id = rows[row]?.id ?? null
    return id === null || column === null || now === undefined ? [] : [{ id, set: { [column]: now }, seen: {} }]
  })
}
