import { expect, it } from 'vitest'
import { shownLines } from './shown-lines'
import { backOf, inKnownOrder, setInAll, stepOf, undonePart, withEdits, withLines } from './steps'
import type { TableLine } from './table'

function line(id: string, cells: TableLine['cells'], more: Partial<TableLine> = {}): TableLine {
  return { id, cells, keys: [], own: [], locked: null, slug: null, isCancelled: false, ...more }
}

it('goes back by what rows said before, and names what it added', () => {
  const rows = [
    { id: 'a', set: { floor: '2' }, seen: { floor: '1' } },
    { id: null, set: { name: 'New' }, seen: {} },
  ]
  const step = stepOf(rows, ['a', 'new'])
  expect([step.added, backOf(step)]).toEqual([['new'], [{ id: 'a', set: { floor: '1' }, seen: { floor: '2' } }]])
})

it('does again what was taken back, and not what stayed', () => {
  const edit = (id: string | null, name: string) => ({ id, set: { name }, seen: {} })
  const [a, b, c, d] = [edit('a', 'A'), edit(null, 'B'), edit('c', 'C'), edit(null, 'D')]
  const step = stepOf([a, b, c, d], ['a', 'b', 'c', 'd'])
  expect([undonePart(step, []), undonePart(step, ['a', 'b']), undonePart(step, ['a', 'b', 'c', 'd'])]).toEqual([
    step,
    { rows: [c, d], added: ['d'] },
    { rows: [], added: [] },
  ])
})

it('sets a field in many rows, but in those that say it or are locked', () => {
  const lines = [
    line('a', { floor: '1', zone: '' }),
    line('b', { floor: '2' }),
    line('c', {}, { locked: 'not-yours' }),
    line('d', {}),
  ]
  expect(setInAll(lines, { floor: '2' })).toEqual([
    { id: 'a', set: { floor: '2' }, seen: { floor: '1' } },
    { id: 'd', set: { floor: '2' }, seen: { floor: '' } },
  ])
})

it('takes the end of each session along with its beginning, which undo takes back', () => {
  const lines = [
    line('a', { start: '09:00', end: '09:45' }),
    line('b', { start: '23:00', end: '00:30' }),
    line('c', { start: '09:00', end: '' }),
  ]
  const rows = setInAll(lines, { start: '10:00' })
  expect(rows).toEqual([
    { id: 'a', set: { start: '10:00', end: '10:45' }, seen: { start: '09:00', end: '09:45' } },
    { id: 'b', set: { start: '10:00', end: '11:30' }, seen: { start: '23:00', end: '00:30' } },
    { id: 'c', set: { start: '10:00' }, seen: { start: '09:00' } },
  ])
  expect(backOf(stepOf(rows, ['a', 'b', 'c']))[0]?.set).toEqual({ start: '09:00', end: '09:45' })
  expect(setInAll(lines.slice(0, 1), { start: '' })[0]?.set).toEqual({ start: '', end: '' })
  expect(setInAll(lines.slice(0, 1), { start: 'soon' })[0]?.set).toEqual({ start: 'soon' })
})

it('shows rows with what is on its way, and takes what came', () => {
  const [a, b, c] = [line('a', { name: 'A', floor: '1' }), line('b', { name: 'B' }), line('c', { name: 'C' })]
  const edited = withEdits([a, b], [{ id: 'a', set: { floor: '2' }, seen: {} }])
  const fresh = line('b', { name: 'Bee' })
  expect([edited.map(({ cells }) => cells), edited[1] === b, withLines([a, b], [fresh, c], ['a'])]).toEqual([
    [{ name: 'A', floor: '2' }, { name: 'B' }],
    true,
    [fresh, c],
  ])
})

it('leaves rows in their order when the page is fresh, with what is new behind what it follows', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => line(id, {}))
  if (!a || !b || !c) throw new Error('a row is missing')
  const [b2, first, last] = [line('b', { start: '08:00' }), line('first', {}), line('last', {})]
  expect(inKnownOrder([a, b, c], [first, b2, a, last]).map(({ id, cells }) => [id, cells.start])).toEqual([
    ['first', undefined],
    ['a', undefined],
    ['last', undefined],
    ['b', '08:00'],
  ])
})

it('filters by words of any cell and sorts numbers as numbers, what is empty last', () => {
  const rows = [
    line('a', { name: 'Hall', capacity: '90', capacityKind: 'seats' }),
    line('b', { name: 'Loft', capacity: '' }),
    line('c', { name: 'Attic hall', capacity: '1000' }),
  ]
  const view = { filter: '', sorting: null, say: (_: string, text: string) => text, language: 'en' }
  const ids = (more: Partial<Parameters<typeof shownLines>[1]>) =>
    shownLines(rows, { ...view, ...more }).map(({ id }) => id)
  expect([
    ids({ filter: 'HALL' }),
    ids({ filter: 'hall seats' }),
    ids({ sorting: { column: 'capacity', isDescending: false } }),
    ids({ sorting: { column: 'capacity', isDescending: true } }),
  ]).toEqual([['a', 'c'], ['a'], ['a', 'c', 'b'], ['c', 'a', 'b']])
})
