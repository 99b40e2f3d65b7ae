import { saidColumns, type RowProblem } from './columns'
import type { RowEdit } from './schema'

/** A step of a table that was not written, and why; what of it was written since is no longer in it. */
export type Refusal = { /** One each. */ key: number; rows: readonly RowEdit[]; problems: readonly RowProblem[] }

/** With one more, the last one last. A cell that was refused again is said as it was typed last. */
export function withRefusal(refusals: readonly Refusal[], { rows, problems }: Omit<Refusal, 'key'>): Refusal[] {
  const asked = problems.flatMap(({ row }) => rows[row] ?? [])
  const key = (refusals.at(-1)?.key ?? 0) + 1
  return [...withoutWritten(refusals, asked), { key, rows, problems }]
}

/** Without what is right by now: cells that these rows say anew, and rows that are wrong as a whole. */
export function withoutWritten(refusals: readonly Refusal[], written: readonly RowEdit[]): Refusal[] {
  const cells = new Map(
    written.flatMap(({ id, set }) => (id === null ? [] : [[id, new Set<string>(saidColumns(set))]])),
  )
  return without(refusals, ({ rows }, { row, column }) => {
    const known = cells.get(rows[row]?.id ?? '')
    return known !== undefined && (column === null || known.has(column))
  })
}

/** Without one cell that somebody has read about. @param key of its refusal */
export function withoutProblem(refusals: readonly Refusal[], key: number, problem: RowProblem): Refusal[] {
  return without(refusals, (refusal, one) => refusal.key === key && one === problem)
}

function without(refusals: readonly Refusal[], isLeft: (of: Refusal, problem: RowProblem) => boolean): Refusal[] {
  return refusals.flatMap((refusal) => {
    const problems = refusal.problems.filter((problem) => !isLeft(refusal, problem))
    return problems.length === 0
      ? []
      : [problems.length === refusal.problems.length ? refusal : { ...refusal, problems }]
  })
}
