import { createElement } from 'react'
import { expect, it } from 'vitest'
import { draw } from '@/tests/draw'
import { agendaOf, talk } from '@/tests/factories/agenda'
import type { ToldNews } from '@/lib/planning/changelog'
import { Changelog } from './changelog'

const at = (id: string, day: string, time: string, title: string) =>
  talk(id, { dayOn: day, title, rooms: ['hall'], startAt: `${day}T${time}:00.000Z`, endAt: `${day}T${time}:00.000Z` })
const sessions = [
  at('late', '2026-03-25', '09:00', 'Tides'),
  at('early', '2026-03-24', '09:00', 'Lenses'),
  at('same', '2026-03-24', '09:00', 'Arcs'),
]
const agenda = agendaOf(sessions, {
  days: ['2026-03-24', '2026-03-25'],
  rooms: [{ id: 'hall', slug: 'hall', name: 'Hall', capacityKind: 'seats' }],
})
const news = (sessionId: string, standing: ToldNews['standing'], fields: ToldNews['fields'] = []): ToldNews => ({
  ...{ sessionId, standing, fields, version: 2, at: '2026-03-20T09:00:00.000Z' },
})
const release = {
  number: 1,
  kind: 'other' as const,
  undoes: null,
  at: '2026-03-20T09:00:00.000Z',
  sinceVersion: 1,
  version: 2,
}

it('tells a release by time, then title, with the day of what moved, and when and where what is new will be', () => {
  const moved = news('early', null, [
    { field: 'startAt', old: '2026-03-24T08:00:00.000Z', new: '2026-03-24T09:00:00.000Z' },
  ])
  const html = draw(
    createElement(Changelog, {
      agenda,
      entries: [{ release, news: [news('late', 'added'), moved, news('same', null)] }],
    }),
  )
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
  expect(text).toMatch(/Arcs.*Lenses.*Tue 24 Mar 09:00.*→.*10:00.*Tides.*Wed 25 Mar 10:00.*Hall/)
})
