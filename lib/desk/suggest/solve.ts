import type { Highs } from 'highs'
import { betterAnswer } from './better-answer'
import { firstAnswer } from './first-answer'
import { modelOf } from './model'
import { BestSoFar, CLOSE_ENOUGH, type BestAnswer } from './best-so-far'
import { PairCuts } from './pair-cuts'
import type { SuggestProblem } from './problem'
import { Relaxation, type Relaxed } from './relaxation'
import { solveWhole } from './solve-whole'

type Options = {
  /** From now on. It is looked at between steps, too, and may be passed by a second. */
  deadlineMs: number
  /** Told of each better answer, and of each better bound. */
  onBetter?: (answer: BestAnswer) => void
}

/** Of the time: on a machine that has much else to do, a bound is worth more than the last bit of a first answer. */
const FIRST_SHARE = 0.2
/** Of what is left of it, for cuts, and then for one search among the spots that answers in fractions have. */
const CUTS_SHARE = 0.4
const NEAR_SHARE = 0.1
const SEARCH_SHARE = 0.4
/** Rounds of cuts are worth their time as long as they take so much of the gap. */
const WORTH = 0.02

/**
 * Finds the best answer, by HiGHS on one thread, or what is best when the deadline comes, and how good any can be.
 *
 * Answers in fractions come first, whose cost no whole answer beats: with inequalities that only whole answers keep
 * (pair-cuts.ts) they come close to these. Whole answers are searched among the spots that those have, and at last
 * among all that could be in a better one.
 */
export function solve(
  highs: Highs,
  problem: SuggestProblem,
  { deadlineMs, onBetter = () => undefined }: Options,
): BestAnswer {
  const end = performance.now() + deadlineMs
  const secondsLeft = () => Math.max(0, end - performance.now()) / 1_000
  const progress = new BestSoFar(problem, onBetter)
  progress.found(firstAnswer(problem, () => secondsLeft() > (1 - FIRST_SHARE) * (deadlineMs / 1_000)))
  const modelled = modelOf(problem)
  const cuts = new PairCuts(problem, modelled)
  const used = new Set<number>()
  Relaxation.with(highs, modelled, (relaxation) => {
    let isWide = false
    for (;;) {
      const leastLeft = secondsLeft() * (1 - CUTS_SHARE)
      const relaxed = tighten(relaxation, cuts, progress, used, () => secondsLeft() - leastLeft)
      if (!relaxed || progress.isProven() || secondsLeft() === 0) break
      const least = secondsLeft() * (1 - NEAR_SHARE)
      const isUsed = (session: number, spot: number) => used.has((modelled.firstColumn[session] ?? 0) + spot)
      progress.found(betterAnswer(problem, progress.best.chosen, isUsed, () => secondsLeft() > least))
      const { counted } = progress.best
      const seconds = secondsLeft() * (isWide ? 1 : SEARCH_SHARE)
      const last = solveWhole(highs, cuts, relaxed, isWide ? null : used, seconds, progress)
      const isNew = (last !== null && cuts.add(last) > 0) || progress.best.counted < counted
      if (!isNew && isWide) break
      isWide = !isNew
    }
  })
  return progress.best
}

/** Adds cuts that the relaxed answer violates, again and again. @returns null when the time was too short for one */
function tighten(
  relaxation: Relaxation,
  cuts: PairCuts,
  progress: BestSoFar,
  used: Set<number>,
  secondsLeft: () => number,
): Relaxed | null {
  let best: Relaxed | null = null
  let waited = 0
  // Asked once a round: between two questions the deadline may come.
  for (let left = secondsLeft(); left > 0; left = secondsLeft()) {
    const relaxed = relaxation.solve(left)
    if (!relaxed) break
    const gap = progress.best.counted - relaxed.bound
    waited = best && relaxed.bound - best.bound < WORTH * gap ? waited + 1 : 0
    best = relaxed
    progress.provedAtLeast(relaxed.bound)
    relaxed.values.forEach((value, column) => value > CLOSE_ENOUGH && used.add(column))
    if (progress.isProven() || waited > 2 || cuts.add(relaxed.values) === 0) break
  }
  return best
}
