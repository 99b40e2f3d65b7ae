import type { Refusal } from '@/lib/desk/tables/refusals'
import type { RowEdit } from '@/lib/desk/tables/schema'
import { stepOf, undonePart, type TableStep } from '@/lib/desk/tables/steps'
import type { TableLine } from '@/lib/desk/tables/table'
import type { doorsOf } from './table-doors'

/** What the last thing that was done came to. */
export type TableTold =
  | { kind: 'written'; count: number; collisions: number }
  | { kind: 'undone'; count: number; left: string[] }
  | { kind: 'redone' }

/** Something to be done in a table, one after the other. */
export type TableJob = { kind: 'write'; rows: RowEdit[] } | { kind: 'undo' } | { kind: 'redo' }
type Sent =
  | { told: TableTold | null; /** What is in the programme since. */ written?: readonly RowEdit[] }
  | { refused: Omit<Refusal, 'key'> }
  | { stuck: string }
/** Rows that are other now, and those that are gone. */
export type FreshLines = { lines: readonly TableLine[]; gone?: readonly string[] }

/** What was done, and what of it was undone, the last one last. */
export type TableHistory = { done: readonly TableStep[]; undone: readonly TableStep[] }
const unreached = () => ({ ok: false as const, reason: 'UNAVAILABLE' as const })

/** Sends one thing, and keeps what it came to in the history. @param took hears of rows that are other now */
export async function sendJob(
  { edit, undo }: ReturnType<typeof doorsOf>,
  job: TableJob,
  history: { current: TableHistory },
  took: (fresh: FreshLines) => void,
): Promise<Sent> {
  const { done, undone } = history.current
  if (job.kind === 'undo') {
    const step = done.at(-1)
    if (!step) return { told: null }
    const answer = await undo(step).catch(unreached)
    if (!answer.ok) return { stuck: answer.reason }
    took(answer.value)
    const { left } = answer.value
    const back = undonePart(step, left)
    const count = back.rows.length
    history.current = { done: done.slice(0, -1), undone: count > 0 ? [...undone, back] : undone }
    return { told: { kind: 'undone', count, left } }
  }
  const rows = job.kind === 'write' ? job.rows : [...(undone.at(-1)?.rows ?? [])]
  if (rows.length === 0) return { told: null }
  const answer = await edit(rows, false).catch(unreached)
  if ('problems' in answer) return { refused: { rows, problems: answer.problems } }
  if (!answer.ok) return { stuck: answer.reason }
  const { ids, collisions } = answer.value
  took(answer.value)
  const isAgain = job.kind === 'redo'
  history.current = { done: [...done, stepOf(rows, ids)], undone: isAgain ? undone.slice(0, -1) : [] }
  return { told: isAgain ? { kind: 'redone' } : { kind: 'written', count: ids.length, collisions }, written: rows }
}
