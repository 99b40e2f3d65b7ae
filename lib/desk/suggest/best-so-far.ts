import { countedOf } from './counted'
import { staying, type Chosen, type SuggestProblem } from './problem'

/** The best answer so far. */
export type BestAnswer = {
  chosen: Chosen
  /** What is counted of it (counted.ts). */ counted: number
  /** No answer can have less counted than this. */ bound: number
}

/** Two numbers that are so close are the same. */
export const CLOSE_ENOUGH = 1e-6

/** The best answer and the best bound so far: at first everything stays, and nothing is known. */
export class BestSoFar {
  #best: BestAnswer

  /** @param onBetter told of each better answer, and of each better bound */
  constructor(
    readonly problem: SuggestProblem,
    readonly onBetter: (answer: BestAnswer) => void,
  ) {
    const chosen = staying(problem)
    this.#best = { chosen, counted: countedOf(problem, chosen), bound: 0 }
  }

  get best(): BestAnswer {
    return this.#best
  }

  isProven(): boolean {
    return this.#best.bound >= this.#best.counted - CLOSE_ENOUGH
  }

  found(chosen: Chosen): void {
    const counted = countedOf(this.problem, chosen)
    if (counted < this.#best.counted - CLOSE_ENOUGH) this.#become({ ...this.#best, chosen, counted })
  }

  provedAtLeast(bound: number): void {
    if (bound > this.#best.bound + CLOSE_ENOUGH) this.#become({ ...this.#best, bound })
  }

  #become(answer: BestAnswer): void {
    // An answer is as good as can be, and what is proved of all is, by its roundings, a little more.
    this.#best = { ...answer, bound: Math.min(answer.bound, answer.counted) }
    this.onBetter(this.#best)
  }
}
