import type { LinearModel } from '@/lib/desk/suggest/linear-model'

/** A model in free MPS, as other solvers read it; its offset is the negated right-hand side of the cost. */
export function toMps({ offset, cost, isWhole, rows }: LinearModel): string {
  const columns: string[][] = cost.map((value) => (value === 0 ? [] : [` cost ${value}`]))
  rows.forEach(({ entries }, row) => {
    for (const [column, value] of entries) columns[column]?.push(` r${row} ${value}`)
  })
  const kindOf = (lower: number, upper: number) => (lower === upper ? 'E' : upper === Infinity ? 'G' : 'L')
  return [
    'NAME suggest',
    'ROWS',
    ' N cost',
    ...rows.map(({ lower, upper }, row) => ` ${kindOf(lower, upper)} r${row}`),
    'COLUMNS',
    ...[true, false].flatMap((whole) => [
      ...(whole ? [" M1 'MARKER' 'INTORG'"] : []),
      ...columns.flatMap((entries, column) =>
        isWhole[column] === whole ? entries.map((entry) => ` c${column}${entry}`) : [],
      ),
      ...(whole ? [" M2 'MARKER' 'INTEND'"] : []),
    ]),
    'RHS',
    ` rhs cost ${-offset}`,
    ...rows.flatMap(({ lower, upper }, row) => {
      const side = upper === Infinity ? lower : upper
      return side === 0 ? [] : [` rhs r${row} ${side}`]
    }),
    'RANGES',
    ...rows.flatMap(({ lower, upper }, row) =>
      Number.isFinite(lower) && Number.isFinite(upper) && lower !== upper ? [` rng r${row} ${upper - lower}`] : [],
    ),
    'BOUNDS',
    // In the columns of the old format: CBC takes the first for that.
    ...cost.map((_, column) => ` UP bnd       ${`c${column}`.padEnd(10)}1`),
    'ENDATA',
    '',
  ].join('\n')
}
