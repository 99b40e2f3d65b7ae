import { expect, it } from 'vitest'
import { partsOf } from '@/lib/program/agenda-parts'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { placeNotes, type NoteHere } from './place-notes'
import { searchNotes, type AroundNotes } from './search-notes'

const note = (id: string, text: string, given: Partial<NoteHere> = {}): NoteHere => ({
  id,
  text,
  notedAt: '2026-03-24T08:00:00.000Z',
  updatedAt: '2026-03-24T08:00:00.000Z',
  ...given,
})
const alone: AroundNotes = { parts: null, captionsOf: () => [] }
const found = (
  notes: NoteHere[],
  query: string,
  sessions = new Map<string, ReturnType<typeof talk>>(),
  around: AroundNotes = alone,
) => searchNotes(placeNotes(notes, sessions, 'Europe/Paris'), query, around).map(({ id }) => id)

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

it('finds a photo by its caption, and a note by the rooms and the speakers of its session, once they are known', () => {
  const notes = [note('a', 'words', { sessionId: 's' }), note('b', 'words')]
  const session = talk('s', { rooms: ['r'], speakers: ['p'] })
  const agenda = agendaOf([session], {
    rooms: [{ id: 'r', slug: 'lantern', name: 'The Lantern', capacityKind: 'seats' }],
    speakers: [{ id: 'p', slug: 'zoe', name: 'Zoë Quokka', company: 'Acme' }],
  })
  const known: AroundNotes = { parts: partsOf(agenda), captionsOf: (id) => (id === 'b' ? ['The budget of 2026'] : []) }
  const sessions = new Map([['s', session]])
  for (const query of ['lantern', 'zoe', 'acme words', 'budget'])
    expect([query, found(notes, query, sessions)]).toEqual([query, []])
  expect(
    ['lantern', 'zoe', 'acme words', 'budget', 'budget lantern'].map((query) => found(notes, query, sessions, known)),
  ).toEqual([['a'], ['a'], ['a'], ['b'], []])
})

it('searches 2,000 notes', () => {
  const placed = placeNotes(
    Array.from({ length: 2000 }, (_, index) =>
      note(String(index), `${'some words of a note about latency '.repeat(30)}${index}`),
    ),
    new Map(),
    'Europe/Paris',
  )
  expect(searchNotes(placed, 'latency 1999', alone)).toHaveLength(1)
})
