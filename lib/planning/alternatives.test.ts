import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { findAlternatives, freeFirst, type Fullness } from './alternatives'

const room = (id: string, zone: string) => ({ id, slug: id, name: id, zone, capacityKind: 'seats' }) as const
const rooms = [room('hall', 'North'), room('tent', 'South')]
const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)
const slot = at('10:00', '10:30')
const instead = talk('Compilers', { ...slot, track: 'code', colocated: 'day' })
const plain = talk('Plain', { ...slot, rooms: ['tent'] })
const track = talk('Linkers', { ...slot, track: 'code' })
const event = talk('Loaders', { ...slot, colocated: 'day' })
const speaker = talk('Parsers', { ...slot, speakers: ['ann'] })
const words = talk('More about compilers', slot)
const nobody = () => null
const idsOf = (found: ReturnType<typeof findAlternatives>) => found.map(({ session }) => session.id)

it('ranks by track, co-located event, speakers and words, each with its reason', () => {
  const liked = talk('Liked', { ...at('12:00', '13:00'), speakers: ['ann'] })
  const picks = new Map([
    [instead.id, 'first'],
    [liked.id, 'first'],
  ] as const)
  expect(
    findAlternatives(
      agendaOf([plain, words, speaker, event, track, instead, liked]),
      picks,
      { start: ms('10:00'), end: ms('10:30'), instead },
      nobody,
    ),
  ).toEqual([
    { session: track, reasons: ['slot', 'track'], minutes: null },
    { session: speaker, reasons: ['slot', 'speakers'], minutes: null },
    { session: event, reasons: ['slot', 'colocated'], minutes: null },
    { session: words, reasons: ['slot', 'words'], minutes: null },
    { session: plain, reasons: ['slot'], minutes: null },
  ])
})

it('puts the plan B that was chosen for the slot first', () => {
  const picks = new Map([
    [instead.id, 'first'],
    [plain.id, 'planB'],
  ] as const)
  expect(
    findAlternatives(
      agendaOf([track, plain, instead]),
      picks,
      { start: ms('10:00'), end: ms('10:30'), instead },
      nobody,
    ),
  ).toEqual([
    { session: plain, reasons: ['planB', 'slot'], minutes: null },
    { session: track, reasons: ['slot', 'track'], minutes: null },
  ])
})

it('offers nothing hidden, picked, cancelled, over, later, or that is no talk', () => {
  const sessions = [
    talk('hidden', slot),
    talk('mine', slot),
    talk('cancelled', { ...slot, status: 'cancelled' }),
    talk('lunch', { ...slot, kind: 'break' }),
    talk('event', { ...slot, kind: 'container' }),
    talk('half over', at('09:49', '10:30')),
    talk('next', at('10:30', '11:00')),
    talk('unknown', { startAt: undefined }),
    talk('begun', at('09:50', '10:20')),
    talk('late', at('10:20', '11:00')),
  ]
  expect(
    idsOf(
      findAlternatives(
        agendaOf(sessions),
        new Map([
          ['hidden', 'hidden'],
          ['mine', 'first'],
        ] as const),
        { start: ms('10:00'), end: ms('10:30') },
        nobody,
      ),
    ),
  ).toEqual(['begun', 'late'])
})

it('leaves out what cannot be reached, and puts full rooms last', () => {
  const near = talk('near', { ...slot, rooms: ['hall'] })
  const agenda = agendaOf([near, plain], { rooms, walks: [{ from: 'North', to: 'South', minutes: 15 }] })
  const here = {
    start: ms('10:00'),
    end: ms('10:30'),
    from: { rooms: [rooms[0] ?? room('hall', 'North')], at: ms('10:00') },
  }
  expect(idsOf(findAlternatives(agenda, new Map(), here, nobody))).toEqual(['near'])
  expect(findAlternatives(agenda, new Map(), { ...here, from: undefined }, (id) => (id === 'near' ? 1 : 0))).toEqual([
    { session: plain, reasons: ['free'], minutes: null },
    { session: near, reasons: ['full'], minutes: null },
  ])
})

it('puts what is sold out last, unless I planned it: then I may have a ticket', () => {
  const sold = talk('Sold', { ...slot, track: 'code', flags: ['sold-out'] })
  const agenda = agendaOf([sold, plain, instead])
  const asked = { start: ms('10:00'), end: ms('10:30'), instead }
  const found = (rank?: 'planB') => idsOf(findAlternatives(agenda, new Map(rank && [[sold.id, rank]]), asked, nobody))
  expect([found(), found('planB')]).toEqual([
    ['Plain', 'Sold'],
    ['Sold', 'Plain'],
  ])
  expect(freeFirst([sold, plain], nobody)).toEqual([plain, sold])
})

it('offers no closed room, not even as the plan B that was chosen, and lists it last of what is on', () => {
  const states: Record<string, Fullness> = { [plain.id]: 'closed', [track.id]: 1, [words.id]: 0.4 }
  const fullnessOf = (id: string) => states[id] ?? null
  const agenda = agendaOf([plain, track, words])
  const free = { start: ms('10:00'), end: ms('10:30') }
  expect(idsOf(findAlternatives(agenda, new Map([[plain.id, 'planB']] as const), free, fullnessOf))).toEqual([
    words.id,
    track.id,
  ])
  expect(freeFirst(agenda.sessions, fullnessOf).map(({ id }) => id)).toEqual([words.id, track.id, plain.id])
})

const free = { start: ms('10:00'), end: ms('10:30') }

it('lists what is liked alike by its start, then by its number', () => {
  const sessions = [
    talk('late', { ...at('10:10', '11:00'), number: 1 }),
    talk('second', { ...slot, number: 9 }),
    talk('first', { ...slot, number: 2 }),
  ]
  expect(idsOf(findAlternatives(agendaOf(sessions), new Map(), free, nobody))).toEqual(['first', 'second', 'late'])
})

it('counts a room as full from nineteen of twenty seats on, and offers no desk', () => {
  const sessions = [
    talk('packed', slot),
    talk('roomy', { ...slot, number: 2 }),
    talk('desk', { ...slot, kind: 'service' }),
  ]
  const fullnessOf = (id: string) => (id === 'packed' ? 0.95 : 0.94)
  expect(findAlternatives(agendaOf(sessions), new Map(), free, fullnessOf)).toEqual([
    { session: sessions[1], reasons: [], minutes: null },
    { session: sessions[0], reasons: ['full'], minutes: null },
  ])
  expect(
    freeFirst(sessions, (id) => (id === 'packed' ? 0.95 : id === 'roomy' ? null : 0.5)).map(({ id }) => id),
  ).toEqual(['desk', 'roomy', 'packed'])
})

it('gives no point for lacking a track as well, nor for another one', () => {
  const bare = talk('Bare', slot)
  const found = findAlternatives(
    agendaOf([bare, talk('Elsewhere', { ...slot, track: 'art', colocated: 'night' }), instead]),
    new Map(),
    { ...free, instead },
    nobody,
  )
  expect(found.map(({ reasons }) => reasons)).toEqual([['slot'], ['slot']])
  const without = { ...free, instead: talk('Without', slot) }
  expect(findAlternatives(agendaOf([bare]), new Map(), without, nobody)).toEqual([
    { session: bare, reasons: ['slot'], minutes: null },
  ])
})

it('likes what resembles a plan B, and a rare word more than a common one', () => {
  const titles = ['Compilers everywhere', 'Compilers again', 'Parsers everywhere', 'Parsers anew', 'Gardening']
  const sessions = titles.map((title, index) => talk(title, { ...slot, title, number: index }))
  const liked = talk('Gardening with compilers', at('15:00', '16:00'))
  expect(
    findAlternatives(agendaOf([...sessions, liked]), new Map([[liked.id, 'planB']] as const), free, nobody).map(
      ({ session, reasons }) => [session.id, reasons],
    ),
  ).toEqual([
    ['Gardening', ['words']],
    ['Compilers everywhere', ['words']],
    ['Compilers again', ['words']],
    ['Parsers everywhere', []],
    ['Parsers anew', []],
  ])
})

it('offers what can be reached ten minutes late, and what is in no known room', () => {
  const walks = [{ from: 'North', to: 'South', minutes: 10 }]
  const here = { ...free, from: { rooms: [room('hall', 'North')], at: ms('10:00') } }
  const found = (minutes: number, begins = '10:00') => {
    const agenda = agendaOf(
      [talk('far', { ...at(begins, '11:00'), rooms: ['tent'] }), talk('lost', { ...slot, rooms: ['gone'] })],
      { rooms, walks: walks.map((walk) => ({ ...walk, minutes })) },
    )
    return idsOf(findAlternatives(agenda, new Map(), here, nobody)).sort()
  }
  expect([found(10), found(11)]).toEqual([['far', 'lost'], ['lost']])
  // What has begun is joined where the slot begins, what begins later has more time.
  expect([found(10, '09:50'), found(11, '09:50'), found(15, '10:05'), found(16, '10:05')]).toEqual([
    ['far', 'lost'],
    ['lost'],
    ['far', 'lost'],
    ['lost'],
  ])
})

it('ranks by the same slot, seats, a short way and taste, in this order, and says which hold', () => {
  const places = [room('hall', 'North'), room('tent', 'South'), room('attic', 'South'), room('loft', 'North')]
  const missed = talk('Compilers in Rust', { ...at('11:15', '11:45'), track: 'code', rooms: ['hall'] })
  const workshop = talk('Rust compilers by hand', { ...at('11:05', '12:00'), track: 'code', rooms: ['attic'] })
  const liked = talk('Compilers again', { ...at('11:15', '11:45'), track: 'code', rooms: ['attic'] })
  const far = talk('Gardens', { ...at('11:15', '11:45'), rooms: ['tent'] })
  const close = talk('Kitchens', { ...at('11:15', '11:45'), rooms: ['loft'] })
  const states: Record<string, Fullness> = { [far.id]: 0.4, [close.id]: 0.89 }
  expect(
    findAlternatives(
      agendaOf([workshop, liked, far, close, missed], { rooms: places }),
      new Map([[missed.id, 'first']] as const),
      { start: ms('11:15'), end: ms('11:45'), instead: missed },
      (id) => states[id] ?? null,
    ),
  ).toEqual([
    { session: close, reasons: ['slot', 'free', 'near'], minutes: 2 },
    { session: far, reasons: ['slot', 'free'], minutes: 5 },
    { session: liked, reasons: ['slot', 'track', 'words'], minutes: 5 },
    { session: workshop, reasons: ['track', 'words'], minutes: 5 },
  ])
})

it('lists of what is on what has seats first, then what nobody knows of, of both the nearest first', () => {
  const states: Record<string, Fullness> = { near: 0.2, far: 0.1, nearly: 0.9, packed: 1, shut: 'closed' }
  const minutes: Record<string, number> = { near: 2, far: 7, nearly: 2, packed: 0 }
  const sessions = ['shut', 'packed', 'silent', 'nearly', 'far', 'near'].map((id) => talk(id))
  expect(
    freeFirst(
      sessions,
      (id) => states[id] ?? null,
      ({ id }) => minutes[id] ?? null,
    ).map(({ id }) => id),
  ).toEqual(['near', 'far', 'nearly', 'silent', 'packed', 'shut'])
})
