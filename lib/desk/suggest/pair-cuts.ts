import { violatedCliques, type Clique } from './cliques'
import { Crowds, type Crowd, type Shift } from './crowds'
import { addColumn, addRow, type LinearModel, type RowEntry } from './linear-model'
import type { Modelled } from './model'
import type { SuggestProblem } from './problem'

/**
 * Puts into a model what pairs cost of which both move, for those that an answer moves: until then less is counted, so
 * that each bound is true. A column for each such pair, and rows for pairs and for cliques of them (cliques.ts).
 */
export class PairCuts {
  readonly #columns = new Map<string, number>()
  readonly #crowds: Crowds

  constructor(
    problem: SuggestProblem,
    readonly modelled: Modelled,
  ) {
    this.#crowds = new Crowds(problem, modelled.times)
  }

  /** Adds what an answer violates. @param values those of the columns, in wholes or fractions @returns how many rows */
  add(values: ArrayLike<number>): number {
    const before = this.modelled.model.rows.length
    for (const crowd of this.#crowds.of(values)) {
      const both = crowd.shifts.map((_, a) => crowd.shifts.map((__, b) => this.#bothOf(crowd, a, b, values)))
      const cliques = violatedCliques(
        crowd.shifts.map(({ value }) => value),
        both,
        crowd.people,
      )
      for (const clique of cliques) this.#addRow(crowd, clique)
    }
    return this.modelled.model.rows.length - before
  }

  /**
   * The model with what pairs cost of which both move, so that whole answers cost what is counted of them: for each
   * shift a column of what it costs with those after it, which no cut says already. (In fractions it says next to
   * nothing.)
   * @param isOpen the spots that may be had
   */
  whole(isOpen: (session: number, spot: number) => boolean): LinearModel {
    const { offset, cost, isWhole, rows } = this.modelled.model
    const inCuts = new Set(rows.flatMap(({ entries }) => entries.map(([column]) => column)))
    const model = { offset, cost: [...cost], isWhole: [...isWhole], rows: [...rows] }
    for (const crowd of this.#crowds.all(isOpen))
      for (const [a, shift] of crowd.shifts.entries()) {
        const others = [...crowd.shifts.keys()].filter((b) => b > a && crowd.people[a]?.[b])
        const all = others.reduce((sum, b) => sum + (crowd.people[a]?.[b] ?? 0), 0)
        if (all === 0) continue
        const row = new Sum()
        row.add(addColumn(model, all, false), all)
        row.addShift(shift, -all)
        for (const b of others) {
          const people = crowd.people[a]?.[b] ?? 0
          const both = this.#columns.get(keyOf(crowd, a, b))
          row.addShift(crowd.shifts[b], -people)
          if (both !== undefined && inCuts.has(both)) row.add(both, people)
        }
        addRow(model, -all - row.constant, Infinity, row.entries)
      }
    return model
  }

  /** How much it is said that both shifts are done. Of two that nobody picked both it is said: that costs nothing. */
  #bothOf(crowd: Crowd, a: number, b: number, values: ArrayLike<number>): number {
    if (!crowd.people[a]?.[b]) return 1
    const column = this.#columns.get(keyOf(crowd, a, b))
    return column === undefined ? 0 : (values[column] ?? 0)
  }

  #addRow(crowd: Crowd, { members, most }: Clique): void {
    const row = new Sum()
    let pairs = 0
    for (const [index, a] of members.entries()) {
      row.addShift(crowd.shifts[a], -most)
      for (const b of members.slice(index + 1)) {
        if (crowd.people[a]?.[b]) row.add(this.#columnOf(crowd, a, b), 1)
        else pairs++
      }
    }
    addRow(this.modelled.model, (-most * (most + 1)) / 2 - pairs - row.constant, Infinity, row.entries)
  }

  #columnOf(crowd: Crowd, a: number, b: number): number {
    const key = keyOf(crowd, a, b)
    const known = this.#columns.get(key)
    if (known !== undefined) return known
    const column = addColumn(this.modelled.model, crowd.people[a]?.[b] ?? 0, false)
    this.#columns.set(key, column)
    return column
  }
}

function keyOf({ shifts }: Crowd, a: number, b: number): string {
  return [shifts[a]?.key, shifts[b]?.key].sort().join(', ')
}

class Sum {
  readonly #byColumn = new Map<number, number>()
  constant = 0

  get entries(): RowEntry[] {
    return [...this.#byColumn]
  }

  add(column: number, by: number): void {
    this.#byColumn.set(column, (this.#byColumn.get(column) ?? 0) + by)
  }

  addShift(shift: Shift | undefined, by: number): void {
    this.constant += by * (shift?.constant ?? 0)
    for (const [column, its] of shift?.entries ?? []) this.add(column, by * its)
  }
}
