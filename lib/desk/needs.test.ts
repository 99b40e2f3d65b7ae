import { expect, it } from 'vitest'
import type { Forecast } from '@/lib/rooms/forecast'
import { deskSession } from '@/tests/factories/desk'
import { countIgnored, listNeeds, type DeskFacts, type DeskRoom } from './needs'

const now = new Date('2027-06-01T08:00:00Z')
const [hall, loft]: [DeskRoom, DeskRoom] = [
  { id: 'hall', name: 'Great Hall', capacity: 100 },
  { id: 'loft', name: 'Loft', capacity: null },
]
const nothing: DeskFacts = {
  sessions: [],
  rooms: [hall, loft],
  shared: new Set(),
  speakerNames: new Map([['ann', 'Ann']]),
  away: new Map(),
  forecasts: new Map(),
  stewarded: new Set(),
  countedAt: new Map(),
  alertsHeldAt: null,
  draft: { moves: 0, planned: null },
  ignored: new Set(),
  sources: [],
  contradicted: [],
}
const likely: Forecast = { expected: 130, fullProbability: 0.8, state: 'full' }
const titles = (facts: Partial<DeskFacts>) =>
  listNeeds({ ...nothing, ...facts }, now).map((need) =>
    need.kind === 'overflow'
      ? `${need.kind} ${need.session.title} ${need.room} ${need.expected}/${need.capacity}`
      : need.kind === 'doubleBooked'
        ? `${need.kind} ${need.name}`
        : need.kind,
  )

const planned = { dueAt: '2026-03-21T07:00:00.000Z', note: null, isSilent: false, author: { userId: 'ann', by: 'Ann' } }

it('tells of a draft that waits, and what came of a planned release, unless all of it did', () => {
  const needsOf = (draft: DeskFacts['draft']) => listNeeds({ ...nothing, draft }, now)
  const left = [{ title: 'Talk', why: 'moved' as const }]
  expect([
    needsOf({ moves: 12, planned: null }),
    needsOf({ moves: 12, planned: { ...planned, ended: null } }),
    needsOf({ moves: 1, planned: { ...planned, ended: { how: 'published', number: 3, left, by: null } } }),
    needsOf({
      moves: 0,
      planned: { ...planned, ended: { how: 'called-off', number: null, left: [], by: { userId: 'bo', by: 'Bo' } } },
    }),
    needsOf({ moves: 0, planned: { ...planned, ended: { how: 'published', number: 3, left: [], by: null } } }),
  ]).toEqual([
    [{ kind: 'draftWaits', moves: 12, dueAt: null }],
    [{ kind: 'draftWaits', moves: 12, dueAt: new Date(planned.dueAt) }],
    [
      { kind: 'plannedEnded', how: 'published', number: 3, left: 1, by: null },
      { kind: 'draftWaits', moves: 1, dueAt: null },
    ],
    [{ kind: 'plannedEnded', how: 'called-off', number: null, left: 0, by: 'Bo' }],
    [],
  ])
})

it('tells that a speaker cannot be there, of what is to come, beside what else goes wrong then', () => {
  const away = new Map([['ann', [{ startAt: '2027-06-01T09:30:00.000Z', endAt: '2027-06-01T12:00:00.000Z' }]]])
  const talk = (id: string, start: string, end: string, more = {}) =>
    deskSession(id, start, end, { speakerIds: ['ann', 'bo'], capacity: 10, ...more })
  const sessions = [
    talk('over', '06:00', '07:30'),
    talk('before', '09:00', '09:30'),
    talk('during', '11:30', '12:30'),
    talk('frame', '09:00', '12:30', { kind: 'container' }),
    talk('another day', '11:30', '12:30', { dayOn: '2027-06-02' }),
  ]
  const span = away.get('ann')?.[0]
  expect(listNeeds({ ...nothing, sessions, away }, now)).toEqual([
    { kind: 'speakerAway', name: 'Ann', absent: { session: sessions[2], speakerId: 'ann', span } },
  ])
})

it('asks nobody about what was ignored on the board, and counts it', () => {
  const sessions = [
    deskSession('a', '11:00', '12:00', { roomIds: ['hall'], speakerIds: ['ann'] }),
    deskSession('b', '11:30', '12:30', { roomIds: ['hall'] }),
    deskSession('c', '11:45', '12:45', { roomIds: ['hall', 'loft'], speakerIds: ['ann'] }),
  ]
  const away = new Map([['ann', [{ startAt: '2027-06-01T11:10:00Z', endAt: '2027-06-01T11:20:00Z' }]]])
  const facts = (...ignored: string[]) => ({ ...nothing, sessions, away, ignored: new Set(ignored) })
  const pairs = (given: DeskFacts) =>
    listNeeds(given, now).flatMap((need) =>
      need.kind === 'doubleBooked'
        ? need.booking.pairs.map((pair) => `${need.name} ${pair.map(({ title }) => title).join('+')}`)
        : need.kind,
    )
  const all = facts()
  expect([pairs(all), countIgnored(all, now)]).toEqual([
    ['speakerAway', 'Great Hall a+b', 'Great Hall a+c', 'Great Hall b+c', 'Ann a+c', 'noCapacity'],
    0,
  ])
  const some = facts('roomTwice a b', 'roomTwice b c', 'speakerTwice ann a c', 'speakerAway ann a', 'roomTwice x y')
  expect([pairs(some), countIgnored(some, now)]).toEqual([['Great Hall a+c', 'noCapacity'], 4])
})

it('is nothing where all is well', () => {
  const fine = deskSession('fine', '09:00', '10:00', { roomIds: ['hall'], capacity: 100 })
  expect(titles({ sessions: [fine], stewarded: new Set(['hall']) })).toEqual([])
})

it('has what is told wrongly now first, then what goes wrong within a day, then sources, then what has time', () => {
  const later = { dayOn: '2027-06-03', roomIds: ['hall'], capacity: 100 }
  const sessions = [
    deskSession('soon', '11:00', '12:00', { roomIds: ['hall'], capacity: 100 }),
    deskSession('one', '09:00', '10:00', { speakerIds: ['ann'], capacity: 10 }),
    deskSession('other', '09:30', '10:30', { speakerIds: ['ann'], capacity: 10 }),
    deskSession('late', '11:00', '12:00', later),
    deskSession('unlikely', '13:00', '14:00', later),
    deskSession('small', '09:00', '10:00', { roomIds: ['loft'] }),
  ]
  const forecasts = new Map([
    ['late', likely],
    ['soon', likely],
    ['unlikely', { ...likely, fullProbability: 0.49 }],
  ])
  const source = { id: 's', name: 'Sessionize', isWaiting: true, failures: 0, isScheduled: true }
  const contradicted = {
    kind: 'contradicted' as const,
    room: hall,
    counted: 'open' as const,
    said: 'full' as const,
    voices: 3,
  }
  expect(
    titles({
      sessions,
      forecasts,
      stewarded: new Set(['hall']),
      sources: [source, { ...source, isWaiting: false, failures: 2 }, { ...source, isWaiting: false, failures: 1 }],
      contradicted: [contradicted],
    }),
  ).toEqual([
    'contradicted',
    'doubleBooked Ann',
    'overflow soon Great Hall 130/100',
    'noSteward',
    'sourceWaiting',
    'sourceFailing',
    'overflow late Great Hall 130/100',
    'noCapacity',
  ])
})

it('asks for stewards only where any are, and only of rooms with a door to open within the hour', () => {
  const sessions = [
    deskSession('soon', '09:00', '10:00', { roomIds: ['loft'], capacity: 9 }),
    deskSession('over an hour', '09:01', '10:00', { roomIds: ['hall'], capacity: 9 }),
    deskSession('lunch', '08:30', '09:00', { roomIds: ['hall'], kind: 'break' }),
  ]
  expect(titles({ sessions })).toEqual([])
  expect(listNeeds({ ...nothing, sessions, stewarded: new Set(['elsewhere']) }, now)).toEqual([
    { kind: 'noSteward', rooms: [loft] },
  ])
})

it('asks for a room’s capacity unless its sessions have their own, or are over', () => {
  const own = deskSession('own', '09:00', '10:00', { roomIds: ['loft'], capacity: 12 })
  const over = deskSession('over', '07:00', '07:30', { roomIds: ['loft'] })
  expect(titles({ sessions: [own, over] })).toEqual([])
  expect(
    listNeeds({ ...nothing, sessions: [own, { ...over, startAt: new Date('2027-06-01T08:30:00Z') }] }, now),
  ).toEqual([{ kind: 'noCapacity', rooms: [loft] }])
})

it('names the doors that fell silent: somebody could count there, a session is on, and the last count is over', () => {
  const sessions = [
    deskSession('on', '07:30', '09:00', { roomIds: ['hall', 'loft'], capacity: 9 }),
    deskSession('just begun', '07:45', '09:00', { roomIds: ['attic'], capacity: 9 }),
  ]
  const rooms = ['hall', 'loft', 'attic'].map((id) => ({ id, name: id, capacity: 9 }))
  const silent = (counts: Record<string, string>, stewarded = ['hall', 'loft', 'attic']) =>
    listNeeds(
      {
        ...nothing,
        ...{ sessions, rooms, stewarded: new Set(stewarded) },
        countedAt: new Map(Object.entries(counts).map(([id, time]) => [id, new Date(`2027-06-01T${time}:00Z`)])),
      },
      now,
    ).flatMap((need) =>
      need.kind === 'silent'
        ? need.doors.map(({ room, countedAt }) => [room.id, countedAt?.toISOString() ?? null])
        : [],
    )
  expect([
    silent({}),
    silent({ hall: '07:30', loft: '07:29' }),
    silent({ hall: '07:29', loft: '07:30' }, ['loft']),
  ]).toEqual([
    [
      ['hall', null],
      ['loft', null],
    ],
    [['loft', '2027-06-01T07:29:00.000Z']],
    [],
  ])
})

it('reminds of alerts that are held back: nobody hears of what moves', () => {
  const since = new Date('2027-05-31T08:00:00Z')
  expect(listNeeds({ ...nothing, alertsHeldAt: since }, now)).toEqual([{ kind: 'alertsHeld', since }])
})
