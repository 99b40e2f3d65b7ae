import { createElement } from 'react'
import { expect, it } from 'vitest'
import { draw } from '@/tests/draw'
import { talk } from '@/tests/factories/agenda'
import { ChangesLine } from './changes-line'

it('says which of two sessions with one title it is about, in words and in its buttons’ names', () => {
  const nothing = () => undefined
  const line = createElement(ChangesLine, {
    news: { sessionId: 'one', standing: 'cancelled', fields: [], version: 2, at: '2026-03-20T09:00:00.000Z' },
    session: talk('one', {
      title: 'Workshop',
      startAt: '2026-03-24T09:00:00.000Z',
      endAt: '2026-03-24T10:00:00.000Z',
    }),
    address: '/c/one/sessions/1',
    overlaps: [],
    isPlanB: false,
    timeZone: 'Europe/Paris',
    onKeep: nothing,
    onDrop: nothing,
    onReplace: nothing,
  })
  const html = draw(line)
  expect(html.replace(/<[^>]*>/g, ' ')).toMatch(/Workshop\s+Tue 24 Mar 10:00–11:00\s+Cancelled/)
  expect([...html.matchAll(/aria-label="(\w+)[^:]*: ([^"]*)"/g)].map(([, , named]) => named)).toEqual(
    Array.from({ length: 3 }, () => 'Workshop, Tue 24 Mar 10:00–11:00'),
  )
})
