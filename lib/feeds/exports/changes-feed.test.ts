import { parseFeed } from '@rowanmanning/feed-parser'
import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { changesFeed } from './changes-feed'

const [tides, lenses] = ['5f0c3a52-9d52-4cf1-8a63-000000000001', '5f0c3a52-9d52-4cf1-8a63-000000000002']
const agenda = agendaOf([
  talk(tides, { title: 'Tides <b>& ]]> \u0000currents</b>', slug: '1-tides' }),
  talk(lenses, { title: 'Lenses', slug: '2-lenses', status: 'cancelled' }),
])
const change = (version: number, sessionId: string, field: string, old: unknown = null, now: unknown = null) => ({
  ...{ version, sessionId, field, old, new: now },
  at: `2026-03-0${version}T10:00:00.000Z`,
})
const changes = [
  change(4, lenses, 'cancelled'),
  change(3, tides, 'rooms', [], ['Dome']),
  change(3, tides, 'startAt', '2026-03-24T07:00:00.000Z', '2026-03-24T08:00:00.000Z'),
  change(2, 'gone', 'title', 'a', 'b'),
]

it('tells each session and version once, the latest first, as Atom that says what it says', () => {
  const text = changesFeed(agenda, changes, 'https://hallway.example')
  const feed = parseFeed(text)
  expect([feed.meta.type, feed.self, feed.updated?.toISOString()]).toEqual([
    'atom',
    'https://hallway.example/c/c/changes.xml',
    '2026-03-04T10:00:00.000Z',
  ])
  expect(feed.items.map(({ title, url, content, updated }) => [title, url, content, updated?.toISOString()])).toEqual([
    [
      'Lenses: Cancelled',
      'https://hallway.example/c/c/sessions/2-lenses',
      '<p>Cancelled</p>',
      '2026-03-04T10:00:00.000Z',
    ],
    [
      'Tides <b>& ]]> currents</b>: Time, Room',
      'https://hallway.example/c/c/sessions/1-tides',
      '<p>Time: Tue 24 Mar 08:00–10:00 → 09:00–10:00</p><p>Room: none → Dome</p>',
      '2026-03-03T10:00:00.000Z',
    ],
  ])
  expect(changesFeed(agenda, changes, 'https://hallway.example')).toBe(text)
})

it('tells what came into the programme, once', () => {
  const added = [change(5, tides, 'rooms', [], ['Dome']), change(5, tides, 'added')]
  const [first, ...rest] = parseFeed(changesFeed(agenda, [...added, ...changes], 'https://hallway.example')).items
  expect([first?.title, first?.content, rest.length]).toEqual([
    'Tides <b>& ]]> currents</b>: New in the schedule',
    '<p>New in the schedule</p>',
    2,
  ])
})

it('keeps the id of what it told, whatever comes later, and speaks the conference’s language', () => {
  const idsOf = (text: string) => parseFeed(text).items.map(({ id }) => id)
  const [, before] = idsOf(changesFeed(agenda, changes, 'https://hallway.example'))
  const french = { ...agenda, conference: { ...agenda.conference, language: 'fr' } }
  const later = changesFeed(french, [change(5, tides, 'title', 'x', 'Tides'), ...changes], 'https://hallway.example')
  expect(idsOf(later)[2]).toBe(before)
  expect(parseFeed(later).items[1]?.title).toBe('Lenses\u00a0: Annulée')
})

it('is a feed also before anything has changed', () => {
  expect(parseFeed(changesFeed(agenda, [], 'https://hallway.example')).items).toEqual([])
})
