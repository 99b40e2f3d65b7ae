import { expect, it } from 'vitest'
import { talk } from '@/tests/factories/agenda'
import { placeNotes, type NoteHere } from './place-notes'
import { searchNotes } from './search-notes'

const note = (id: string, text: string, given: Partial<NoteHere> = {}): NoteHere => ({
  id,
  text,
  notedAt: '2026-03-24T08:00:00.000Z',
  updatedAt: '2026-03-24T08:00:00.000Z',
  ...given,
})
const found = (notes: NoteHere[], query: string, sessions = new Map<string, ReturnType<typeof talk>>()) =>
  searchNotes(placeNotes(notes, sessions, 'Europe/Paris'), query).map(({ id }) => id)

it('finds every word, in any case and without accents, in text, place or the title of the session', () => {
  const notes = [
    note('a', 'Café with Zoë'),
    note('b', 'nothing', { place: 'Café' }),
    note('c', 'zoe', { sessionId: 's' }),
  ]
  expect(found(notes, 'CAFE')).toEqual(['a', 'b'])
  expect(found(notes, 'zoe cafe')).toEqual(['a'])
  expect(found(notes, ' ')).toEqual(['a', 'b', 'c'])
  expect(found(notes, 'queues')).toEqual([])
  // The programme came later.
  expect(found(notes, 'queues zoe', new Map([['s', talk('s', { title: 'Queues' })]]))).toEqual(['c'])
})

it('searches 2,000 notes', () => {
  const placed = placeNotes(
    Array.from({ length: 2000 }, (_, index) =>
      note(String(index), `${'some words of a note about latency '.repeat(30)}${index}`),
    ),
    new Map(),
    'Europe/Paris',
  )
  expect(searchNotes(placed, 'latency 1999')).toHaveLength(1)
})
