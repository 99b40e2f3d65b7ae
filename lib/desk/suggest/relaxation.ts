import type { Highs, Model } from 'highs'
import { CLOSE_ENOUGH } from './best-so-far'
import type { Modelled } from './model'
import { modelDataOf, matrixOf, SAME } from './run-highs'

/** The best answer in fractions. */
export type Relaxed = {
  /** No answer costs less. */ bound: number
  /** How much more an answer costs at least that has this column. */ more: Float64Array
}

/** A linear model that grows, of which each answer begins at the one before. */
export class Relaxation {
  #columns: number
  #rows: number
  /** Before it are the rows of the problem, from it on cuts. */ readonly #first: number
  /** Of each row, in the last answer. */ #sums: ArrayLike<number> = []

  private constructor(
    readonly highs: Highs,
    readonly lp: Model,
    readonly modelled: Modelled,
  ) {
    this.#columns = modelled.model.cost.length
    this.#rows = modelled.model.rows.length
    this.#first = this.#rows
  }

  /** @param use is given it, and may not keep it */
  static with<Result>(highs: Highs, modelled: Modelled, use: (relaxation: Relaxation) => Result): Result {
    return highs.withModel(modelDataOf(modelled.model, false), (lp) => {
      lp.options.set(SAME)
      return use(new Relaxation(highs, lp, modelled))
    })
  }

  /** @returns null when the time was too short */
  solve(seconds: number): (Relaxed & { values: Float64Array }) | null {
    this.#shrink()
    this.#grow()
    this.lp.options.set({ time_limit: seconds })
    this.lp.zeroAllClocks()
    this.lp.run()
    if (this.lp.getModelStatus() !== this.highs.constants.modelStatus.optimal) return null
    const { colValue, colDual, rowValue } = this.lp.getSolution()
    this.#sums = rowValue ?? []
    return colValue && colDual ? { bound: this.lp.getObjectiveValue(), values: colValue, more: colDual } : null
  }

  /** Leaves out the cuts that the last answer does not touch: each would make the solver slower. */
  #shrink(): void {
    const { model } = this.modelled
    const isLoose = model.rows.map(
      ({ lower }, row) => row >= this.#first && (this.#sums[row] ?? lower) > lower + CLOSE_ENOUGH,
    )
    if (!isLoose.includes(true)) return
    this.lp.deleteRows({ kind: 'mask', mask: isLoose.slice(0, this.#rows) })
    model.rows = model.rows.filter((_, row) => !isLoose[row])
    this.#rows -= isLoose.filter(Boolean).length
  }

  /** Gives the solver what was added to the model. */
  #grow(): void {
    const { cost, rows } = this.modelled.model
    const [columns, added] = [cost.slice(this.#columns), rows.slice(this.#rows)]
    if (columns.length > 0) {
      const none = { starts: new Int32Array(columns.length + 1), indices: new Int32Array(), values: new Float64Array() }
      this.lp.addCols({
        cost: Float64Array.from(columns),
        lower: new Float64Array(columns.length),
        upper: new Float64Array(columns.length).fill(1),
        matrix: { format: 'csc', numRows: this.#rows, numCols: columns.length, ...none },
      })
    }
    if (added.length > 0)
      this.lp.addRows({
        lower: Float64Array.from(added, ({ lower }) => lower),
        upper: Float64Array.from(added, ({ upper }) => upper),
        matrix: matrixOf(added, cost.length),
      })
    this.#columns = cost.length
    this.#rows = rows.length
  }
}
