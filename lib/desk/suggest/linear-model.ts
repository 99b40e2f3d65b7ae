/**
 * A linear problem in whole numbers: the least offset + cost × columns, so that each row lies between its bounds. All
 * columns are between 0 and 1.
 */
export type LinearModel = {
  offset: number
  /** One for each column. */ cost: number[]
  isWhole: boolean[]
  rows: Row[]
}
export type Row = { lower: number; upper: number; entries: readonly RowEntry[] }
export type RowEntry = readonly [column: number, value: number]

/** Adds a column. @returns its number */
export function addColumn(model: LinearModel, cost: number, isWhole: boolean): number {
  model.isWhole.push(isWhole)
  return model.cost.push(cost) - 1
}

/** Lets a column cost so much more. */
export function addCost(model: LinearModel, column: number, cost: number): void {
  model.cost[column] = (model.cost[column] ?? 0) + cost
}

/** Adds a row: the sum of these columns, each times its value, lies between the bounds. */
export function addRow(model: LinearModel, lower: number, upper: number, entries: readonly RowEntry[]): void {
  model.rows.push({ lower, upper, entries })
}

/** The sum of some columns as a row's entries. */
export function sumOf(columns: readonly number[]): RowEntry[] {
  return columns.map((column) => [column, 1])
}
