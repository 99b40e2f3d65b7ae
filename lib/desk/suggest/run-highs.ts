import type { ModelData, SparseMatrix } from 'highs'
import type { LinearModel, Row } from './linear-model'

/** Whoever asks again for the same gets the same, but for what the deadline cuts off. */
export const SAME = { output_flag: false, random_seed: 1 } as const

/** A model as HiGHS takes it. @param inWholes false: in fractions @param upper of each column; none: 1 */
export function modelDataOf(
  { offset, cost, isWhole, rows }: LinearModel,
  inWholes: boolean,
  upper: readonly number[] = [],
): ModelData {
  const [numCols, numRows] = [cost.length, rows.length]
  return {
    numCols,
    numRows,
    offset,
    colCost: cost,
    colLower: cost.map(() => 0),
    colUpper: cost.map((_, column) => upper[column] ?? 1),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: matrixOf(rows, numCols),
    integrality: isWhole.map((whole) => (whole && inWholes ? 1 : 0)),
  }
}

/** Some rows of a model of so many columns. */
export function matrixOf(rows: readonly Row[], numCols: number): SparseMatrix {
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
  return {
    format: 'csr',
    numRows: rows.length,
    numCols,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
