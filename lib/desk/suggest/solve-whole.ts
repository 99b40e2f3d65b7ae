import type { Highs } from 'highs'
import { CLOSE_ENOUGH, type BestAnswer, type BestSoFar } from './best-so-far'
import { chosenBy, type Modelled } from './model'
import type { PairCuts } from './pair-cuts'
import type { Chosen, SuggestProblem } from './problem'
import type { Relaxed } from './relaxation'
import { modelDataOf, SAME } from './run-highs'

/** More spots at once take too much memory. */
const MOST_SPOTS = 12_000

/**
 * Searches for better answers than the best so far, and proves that there are none.
 *
 * Spots that cost too much more than the relaxed answer are left out (reduced cost fixing): no answer with one of them
 * is better than the best so far or, where the rest is more than can be searched, than what is proved of it.
 * @param only the spots' columns that are searched; null: all that may be in a better answer
 * @returns the columns of the last answer that it found; null: none
 */
export function solveWhole(
  highs: Highs,
  cuts: PairCuts,
  relaxed: Relaxed,
  only: ReadonlySet<number> | null,
  seconds: number,
  progress: BestSoFar,
): Float64Array | null {
  const { problem, best } = progress
  const { modelled } = cuts
  const start = startOf(modelled, best.chosen)
  const { most, upper } = searched(problem, modelled, relaxed, best, only)
  for (const column of start.indices) upper[column] = 1
  const model = cuts.whole((session, spot) => upper[(modelled.firstColumn[session] ?? 0) + spot] === 1)
  const { mipImprovingSolution, mipLogging } = highs.constants.callbackType
  const prove = (bound: unknown) => progress.provedAtLeast(Math.min(Number(bound), relaxed.bound + most))
  let last: Float64Array | null = null
  highs.withModel(modelDataOf(model, true, upper), (mip) => {
    mip.options.set({ ...SAME, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: CLOSE_ENOUGH })
    mip.raw.setSparseSolution(start)
    mip.run({
      [mipImprovingSolution]({ data }) {
        if (!data.mip_solution) return undefined
        last = Float64Array.from(data.mip_solution)
        progress.found(chosenBy(problem, modelled, last))
        return undefined
      },
      [mipLogging]({ data }) {
        prove(data.mip_dual_bound ?? 0)
        return undefined
      },
    })
    prove(mip.info.get('mip_dual_bound'))
  })
  return last
}

function startOf({ firstColumn }: Modelled, chosen: Chosen): { indices: number[]; values: number[] } {
  const indices = firstColumn.map((column, session) => column + (chosen[session] ?? 0))
  return { indices, values: indices.map(() => 1) }
}

/**
 * Of each column 1, or 0 where it is a spot that is not searched.
 * @returns with it how much more than the relaxed answer each that is not costs at least
 */
function searched(
  { sessions }: SuggestProblem,
  { model, firstColumn }: Modelled,
  { bound, more }: Relaxed,
  { counted }: BestAnswer,
  only: ReadonlySet<number> | null,
): { upper: number[]; most: number } {
  const spots = firstColumn.flatMap((first, session) => (sessions[session]?.spots ?? []).map((_, spot) => first + spot))
  const sorted = Float64Array.from(spots, (column) => more[column] ?? 0).sort()
  const most = only ? 0 : Math.min(counted - bound, sorted[MOST_SPOTS] ?? Infinity)
  const upper = model.cost.map(() => 1)
  for (const column of spots)
    if (only ? !only.has(column) : (more[column] ?? 0) > most + CLOSE_ENOUGH) upper[column] = 0
  return { upper, most }
}
