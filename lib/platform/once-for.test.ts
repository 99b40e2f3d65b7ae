import { expect, it } from 'vitest'
import { onceFor } from './once-for'

it('makes one thing of each object, however often it is asked, and another of one that is alike', () => {
  const asked: string[] = []
  const wrap = onceFor(({ name }: { name: string }) => {
    asked.push(name)
    return { name }
  })
  const [one, alike] = [{ name: 'one' }, { name: 'one' }]
  expect(wrap(one)).toBe(wrap(one))
  expect(wrap(alike)).not.toBe(wrap(one))
  expect(asked).toEqual(['one', 'one'])
})
