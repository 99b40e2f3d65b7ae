import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { partsOf, roomNames, speakerNames } from './agenda-parts'

const rust = talk('rust', { rooms: ['hall', 'gone', 'loft'], speakers: ['ann', 'gone', 'bo'] })
const agenda = agendaOf([rust], {
  rooms: [
    { id: 'hall', slug: 'hall', name: 'Hall', capacityKind: 'seats' },
    { id: 'loft', slug: 'loft', name: 'שלום', capacityKind: 'seats' },
  ],
  tracks: [{ id: 'code', slug: 'code', name: 'Code', color: 1 }],
  colocatedEvents: [{ id: 'day', slug: 'day', name: 'Rust Day' }],
  speakers: [
    { id: 'ann', slug: 'ann', name: 'Ann', company: 'Acme' },
    { id: 'bo', slug: 'bo', name: '\u202Ebo' },
  ],
})
const parts = partsOf(agenda)

it('finds every part by its id', () => {
  expect({
    rooms: [...parts.rooms.keys()],
    tracks: parts.tracks.get('code'),
    events: parts.colocatedEvents.get('day'),
    speakers: [...parts.speakers.keys()],
    sessions: parts.sessions.get('rust'),
  }).toEqual({
    rooms: ['hall', 'loft'],
    tracks: agenda.tracks[0],
    events: agenda.colocatedEvents[0],
    speakers: ['ann', 'bo'],
    sessions: rust,
  })
})

it('names rooms and speakers that are known, each of whom turns nothing around', () => {
  expect(roomNames(rust, parts)).toBe('Hall, \u2068שלום\u2069')
  expect(speakerNames(rust, parts)).toBe('Ann (Acme), \u2068bo\u2069')
  expect([roomNames(talk('bare'), parts), speakerNames(talk('bare'), parts)]).toEqual(['', ''])
})
