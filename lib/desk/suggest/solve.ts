import type { Highs } from 'highs'
import { firstAnswer } from './first-answer'
import { modelOf } from './model'
import { BestSoFar, type BestAnswer } from './best-so-far'
import type { SuggestProblem } from './problem'
import { relax, solveWhole } from './run-highs'

type Options = {
  /** From now on. It is looked at between steps, too, and may be passed by a second. */
  deadlineMs: number
  /** Told of each better answer, and of each better bound. */
  onBetter?: (answer: BestAnswer) => void
}

/** With so many columns the relaxed answers' own are searched: all of them would take a gigabyte of memory. */
const MOST_COLUMNS = 12_000
const MOST_ROUNDS = 8
/** Of the time: on a machine that has much else to do, a bound is worth more than the last bit of a first answer. */
const FIRST_SHARE = 0.2

/**
 * Finds the best answer, by HiGHS on one thread, or what is best when the deadline comes, and how good any can be.
 *
 * Answers in parts come first, whose cost no whole answer beats. What a pair costs where both of it move is put into
 * the model when an answer moves both: until then less is counted, so that each bound is true.
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
  const close = new Set<number>()
  const used = new Set<number>()
  for (let round = 0; round < MOST_ROUNDS && secondsLeft() > 0; round++) {
    const relaxed = relax(highs, modelOf(problem, close), secondsLeft())
    if (!relaxed) break
    progress.provedAtLeast(relaxed.bound)
    for (const column of relaxed.used) used.add(column)
    if (!addClose(problem, close, relaxed.moving)) break
  }
  while (!progress.isProven() && secondsLeft() > 0) {
    const modelled = modelOf(problem, close)
    const only = modelled.model.cost.length > MOST_COLUMNS ? used : null
    const moving = solveWhole(highs, modelled, only, secondsLeft(), progress)
    if (!addClose(problem, close, moving)) break
  }
  return progress.best
}

/** Adds the pairs of which both move. @returns whether any is new */
function addClose({ pairs }: SuggestProblem, close: Set<number>, moving: readonly number[]): boolean {
  const those = new Set(moving)
  const before = close.size
  pairs.forEach(({ one, other }, index) => {
    if (those.has(one) && those.has(other)) close.add(index)
  })
  return close.size > before
}
