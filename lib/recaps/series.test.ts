import { expect, it } from 'vitest'
import { neighboursOf, orderParts, reorder } from './series'

const part = (id: string, position: number, label: string | null = null, slug: string | null = id) => ({
  id,
  position,
  label,
  title: id,
  slug,
})
const parts = orderParts([part('c', 2), part('bonus', 1, 'Bonus'), part('a', 0), part('d', 3, null, null)])

it('numbers the parts that have no label, those to come included', () => {
  expect(parts.map(({ id, number, slug }) => [id, number, slug])).toEqual([
    ['a', 1, 'a'],
    ['bonus', null, 'bonus'],
    ['c', 2, 'c'],
    ['d', 3, null],
  ])
})

it('knows the parts before and after', () => {
  const around = (id: string) => Object.values(neighboursOf(parts, id)).map((one) => one?.id ?? null)
  expect([around('a'), around('c'), around('d'), around('none')]).toEqual([
    [null, 'bonus'],
    ['bonus', 'd'],
    ['c', null],
    [null, null],
  ])
})

it('reorders what there is and loses nothing', () => {
  expect(reorder(['a', 'b', 'c'], ['c', 'x', 'c', 'a'])).toEqual(['c', 'a', 'b'])
})
