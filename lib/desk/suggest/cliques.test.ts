import fc from 'fast-check'
import { expect, it } from 'vitest'
import { violatedCliques, type Clique } from './cliques'

const SIZE = 6
const fraction = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20)
const matrix = fc
  .array(fraction, { minLength: SIZE * SIZE, maxLength: SIZE * SIZE })
  .map((all) =>
    Array.from({ length: SIZE }, (_, a) =>
      Array.from({ length: SIZE }, (__, b) => all[Math.min(a, b) * SIZE + Math.max(a, b)] ?? 0),
    ),
  )

it('finds only inequalities that the answer violates and that all whole answers keep', () => {
  fc.assert(
    fc.property(fc.array(fraction, { minLength: SIZE, maxLength: SIZE }), matrix, matrix, (values, both, weights) => {
      for (const clique of violatedCliques(values, both, weights)) {
        expect(overOf(clique, values, both)).toBeLessThan(0)
        for (let whole = 0; whole < 2 ** SIZE; whole++) {
          const done = values.map((_, member) => (whole >> member) & 1)
          const bothDone = done.map((a) => done.map((b) => a * b))
          expect(overOf(clique, done, bothDone)).toBeGreaterThanOrEqual(0)
        }
      }
    }),
  )
})

it('finds that of six done by half three pairs must be', () => {
  const none = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => 0))
  const halves = Array.from({ length: SIZE }, () => 0.5)
  expect(violatedCliques(halves, none, none)).toContainEqual({ members: [0, 1, 2, 3, 4, 5], most: 2 })
})

it('finds nothing where pairs are done as far as must be', () => {
  const values = [1, 1, 0, 0, 0, 0]
  expect(
    violatedCliques(
      values,
      values.map((a) => values.map((b) => a * b)),
      values.map(() => values),
    ),
  ).toEqual([])
})

/** By how much the inequality is kept. */
function overOf({ members, most }: Clique, values: readonly number[], both: readonly (readonly number[])[]): number {
  const done = members.reduce((sum, member) => sum + (values[member] ?? 0), 0)
  const pairs = members.flatMap((a, index) => members.slice(index + 1).map((b) => both[a]?.[b] ?? 0))
  return pairs.reduce((sum, pair) => sum + pair, 0) - most * done + (most * (most + 1)) / 2
}
