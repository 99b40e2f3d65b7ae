import type { Highs, ModelData } from 'highs'
import type { LinearModel } from './linear-model'
import { chosenBy, type Modelled } from './model'
import { movedIn, type Chosen, type SuggestProblem } from './problem'
import { CLOSE_ENOUGH, type BestSoFar } from './best-so-far'

/** Whoever asks again for the same gets the same, but for what the deadline cuts off. */
const SAME = { output_flag: false, random_seed: 1 } as const

type Relaxed = {
  /** No answer costs less. */ bound: number
  /** The sessions that are not wholly where they are now. */ moving: number[]
  /** The columns that it has a part of. */ used: number[]
}

/** The best answer if sessions could be in parts. @returns null when the time was too short */
export function relax(highs: Highs, { model, firstColumn }: Modelled, seconds: number): Relaxed | null {
  return highs.withModel(dataOf(model, false), (lp) => {
    lp.options.set({ ...SAME, time_limit: seconds })
    lp.run()
    const { colValue } = lp.getSolution()
    if (lp.getModelStatus() !== highs.constants.modelStatus.optimal || !colValue) return null
    return {
      bound: lp.getObjectiveValue(),
      moving: firstColumn.flatMap((column, session) => ((colValue[column] ?? 0) < 1 - CLOSE_ENOUGH ? [session] : [])),
      used: [...colValue.keys()].filter((column) => (colValue[column] ?? 0) > CLOSE_ENOUGH),
    }
  })
}

/**
 * Searches for better answers than the best so far.
 * @param only the columns of spots that are searched beside those of the best so far; null: all, so that it proves, too
 * @returns the sessions that move in the last answer that it found, else in the best before
 */
export function solveWhole(
  highs: Highs,
  modelled: Modelled,
  only: ReadonlySet<number> | null,
  seconds: number,
  progress: BestSoFar,
): number[] {
  const { problem, best } = progress
  const start = startOf(modelled, best.chosen)
  const upper = only ? boundsOf(problem, modelled, new Set([...only, ...start.indices])) : null
  const { mipImprovingSolution, mipLogging } = highs.constants.callbackType
  const prove = (bound: unknown) => {
    if (!only) progress.provedAtLeast(Number(bound))
  }
  let last: Chosen = best.chosen
  highs.withModel({ ...dataOf(modelled.model, true), ...(upper && { colUpper: upper }) }, (mip) => {
    mip.options.set({ ...SAME, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: CLOSE_ENOUGH })
    mip.raw.setSparseSolution(start)
    mip.run({
      [mipImprovingSolution]({ data }) {
        if (!data.mip_solution) return undefined
        last = chosenBy(problem, modelled, data.mip_solution)
        progress.found(last)
        return undefined
      },
      [mipLogging]({ data }) {
        prove(data.mip_dual_bound ?? 0)
        return undefined
      },
    })
    prove(mip.info.get('mip_dual_bound'))
  })
  return movedIn(last)
}

function startOf({ firstColumn }: Modelled, chosen: Chosen): { indices: number[]; values: number[] } {
  const indices = firstColumn.map((column, session) => column + (chosen[session] ?? 0))
  return { indices, values: indices.map(() => 1) }
}

/** Of each column 1, or 0 where it is a spot that is not searched. */
function boundsOf(
  { sessions }: SuggestProblem,
  { model, firstColumn }: Modelled,
  searched: ReadonlySet<number>,
): number[] {
  const upper = model.cost.map(() => 1)
  firstColumn.forEach((first, session) => {
    const spots = sessions[session]?.spots.length ?? 1
    for (let column = first + 1; column < first + spots; column++) if (!searched.has(column)) upper[column] = 0
  })
  return upper
}

function dataOf({ offset, cost, isWhole, rows }: LinearModel, inWholes: boolean): ModelData {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { entries } of rows) {
    for (const [column, value] of entries) {
      indices.push(column)
      values.push(value)
    }
    starts.push(indices.length)
  }
  const [numCols, numRows] = [cost.length, rows.length]
  return {
    numCols,
    numRows,
    offset,
    colCost: cost,
    colLower: cost.map(() => 0),
    colUpper: cost.map(() => 1),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    integrality: isWhole.map((whole) => (whole && inWholes ? 1 : 0)),
  }
}
