import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { searchParts } from './search-parts'

const many = Array.from({ length: 6 }, (_, index) => ({ id: `m${index}`, slug: `m${index}`, name: `Maria ${index}` }))
const [rust, go] = [talk('rust', { speakers: ['zoe'], rooms: ['hall'] }), talk('go', { rooms: ['hall'] })]
const agenda = agendaOf([rust, go], {
  rooms: [
    { id: 'hall', slug: 'hall-7', name: 'Hall 7', capacityKind: 'seats' },
    { id: 'foyer', slug: 'foyer', name: 'Foyer (Zoë)', capacityKind: 'seats' },
  ],
  speakers: [{ id: 'zoe', slug: 'zoe', name: 'Zoë Lindqvist' }, ...many],
})

it.each([
  ['zoe', ['zoe: rust'], ['foyer: 0']],
  ['LIND zo', ['zoe: rust'], []],
  ['hall 7', [], ['hall: 2']],
  ['qvist', [], []],
  ['maria', [], []],
  ['maria 3', ['m3: '], []],
  [' ', [], []],
])('finds by "%s" whom and where it names', (query, people, places) => {
  const { speakers, rooms } = searchParts(agenda, query)
  expect(speakers.map(({ speaker, sessions }) => `${speaker.id}: ${sessions.map(({ id }) => id).join()}`)).toEqual(
    people,
  )
  expect(rooms.map(({ room, count }) => `${room.id}: ${count}`)).toEqual(places)
})
