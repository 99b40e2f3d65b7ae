import { expect, it } from 'vitest'
import type { RowProblem } from './columns'
import { withoutProblem, withoutWritten, withRefusal, type Refusal } from './refusals'
import type { RowEdit } from './schema'

const edit = (id: string | null, set: RowEdit['set']): RowEdit => ({ id, set, seen: {} })
const wrong = (row: number, column: RowProblem['column']): RowProblem => ({ row, column, code: 'wrong' })
const refused = (...steps: Omit<Refusal, 'key'>[]) => steps.reduce<Refusal[]>(withRefusal, [])
const hall = { rows: [edit('hall', { capacity: 'many' })], problems: [wrong(0, 'capacity')] }
const loft = {
  rows: [edit('loft', { floor: 'x' }), edit('attic', { name: '' })],
  problems: [wrong(0, 'floor'), wrong(1, 'name')],
}
const added = { rows: [edit(null, { name: '' })], problems: [wrong(0, null)] }

it('keeps each until the cell is written, and what else of the step was wrong', () => {
  const all = refused(hall, loft, added)
  expect(all.map(({ key }) => key)).toEqual([1, 2, 3])
  expect(withoutWritten(all, [edit('hall', { floor: '1' }), edit('other', { capacity: '5' })])).toEqual(all)
  expect(withoutWritten(all, [edit('hall', { capacity: '5' }), edit('attic', { name: 'Attic' })])).toEqual([
    { ...loft, key: 2, problems: [wrong(0, 'floor')] },
    { ...added, key: 3 },
  ])
})

it('drops one cell that was read, and the step with its last', () => {
  const all = refused(hall, loft)
  const floor = all[1]?.problems[0]
  if (!floor) throw new Error('nothing was refused')
  const left = withoutProblem(all, 2, floor)
  expect(left).toEqual([
    { ...hall, key: 1 },
    { ...loft, key: 2, problems: [wrong(1, 'name')] },
  ])
  expect(withoutProblem(left, 1, hall.problems[0] ?? floor)).toEqual(left.slice(1))
})

it('says a cell that is refused again as it was typed last', () => {
  const again = { rows: [edit('hall', { capacity: 'some' })], problems: [wrong(0, 'capacity')] }
  expect(refused(hall, loft, again)).toEqual([
    { ...loft, key: 2 },
    { ...again, key: 3 },
  ])
})

it('takes a row that is wrong as a whole for mended once anything of it is written', () => {
  const gone = { rows: [edit('hall', { capacity: '5' })], problems: [wrong(0, null)] }
  expect(withoutWritten(refused(gone), [edit('hall', { floor: '1' })])).toEqual([])
})
