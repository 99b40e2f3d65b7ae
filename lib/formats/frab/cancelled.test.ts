import { expect, it } from 'vitest'
import { isPublished, readCancelled } from './cancelled'

it.each([
  ['[CANCELED] Tides', 'Tides'],
  ['CANCELLED Wind from the west', 'Wind from the west'],
  ['Cancelled: Tea', 'Tea'],
  ['(abgesagt) Ebbe', 'Ebbe'],
  ['ANNULÉ – Marée', 'Marée'],
])('reads %s as cancelled', (text, title) => {
  expect(readCancelled(text, null)).toEqual({ title, cancelled: true })
})

it.each(['Cancelled flights and what to do', 'Tides', '[CANCELLED]', 'Cancelling noise'])(
  'leaves %s as it is',
  (title) => {
    expect(readCancelled(title, 'CONFIRMED')).toEqual({ title, cancelled: false })
  },
)

it('goes by the state, too', () => {
  expect(readCancelled('Tides', 'CANCELED')).toEqual({ title: 'Tides', cancelled: true })
  expect(['DRAFT', 'withdrawn', 'CONFIRMED', 'DELAYED', null].map(isPublished)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ])
})
