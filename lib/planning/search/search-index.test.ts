import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { foldedTexts, indexOf } from './search-index'

const one = talk('one', {
  title: 'Straße',
  speakers: ['zoe', 'gone', 'bo'],
  rooms: ['hall', 'gone', 'foyer'],
  track: 'code',
  colocated: 'day',
})
const bare = talk('bare', { title: 'Bare' })
const agenda = agendaOf([one, bare], {
  rooms: [
    { id: 'hall', slug: 'hall', name: 'Hall É', capacityKind: 'seats' },
    { id: 'foyer', slug: 'foyer', name: 'Foyer', capacityKind: 'seats' },
  ],
  tracks: [{ id: 'code', slug: 'code', name: 'Code', color: 1 }],
  colocatedEvents: [{ id: 'day', slug: 'rust-day', name: 'Rust Day' }],
  speakers: [
    { id: 'zoe', slug: 'zoe', name: 'Zoë Łukasz', company: 'Ærø' },
    { id: 'bo', slug: 'bo', name: 'Bo' },
  ],
})

it('holds what is searched of a session, a line a name, each field with its worth', () => {
  expect(indexOf(agenda)).toEqual([
    {
      session: one,
      fields: [
        { text: 'strasse', weight: 8 },
        { text: 'zoe lukasz\nbo', weight: 5 },
        { text: 'aero\n', weight: 3 },
        { text: 'hall e\n\nfoyer\ncode\nrust day', weight: 2 },
      ],
    },
    {
      session: bare,
      fields: [
        { text: 'bare', weight: 8 },
        { text: '', weight: 5 },
        { text: '', weight: 3 },
        { text: '\n', weight: 2 },
      ],
    },
  ])
})

it('is made once for an agenda, and once for the texts of its sessions', () => {
  expect(indexOf(agenda)).toBe(indexOf(agenda))
  expect(indexOf({ ...agenda })).not.toBe(indexOf(agenda))
  const texts = new Map([['one', 'Für Café']])
  expect(foldedTexts(texts)).toEqual(new Map([['one', 'fur cafe']]))
  expect(foldedTexts(texts)).toBe(foldedTexts(texts))
})
