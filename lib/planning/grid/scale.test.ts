import { expect, it } from 'vitest'
import { scaleOf } from './scale'

const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)

it('says how far down an instant is, and which is so far down', () => {
  const { height, hours, y, at } = scaleOf({ start: ms('08:00'), end: ms('10:30') })
  expect([height, y(ms('08:00')), y(ms('09:15'))]).toEqual([600, 0, 300])
  expect(hours).toEqual([ms('08:00'), ms('09:00'), ms('10:00')])
  expect([at(300, 5), at(309, 5), at(311, 5), at(-1, 5)]).toEqual([ms('09:15'), ms('09:15'), ms('09:20'), ms('08:00')])
})

it('is without a height where nothing has a time', () => {
  const { height, hours } = scaleOf(null)
  expect([height, hours]).toEqual([0, []])
})
