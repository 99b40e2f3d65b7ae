// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import type { WallRoom } from '@/lib/rooms/server/wall'
import { said, show } from '@/tests/show'
import { RoomStateFacts } from './room-state'
import { StateSign } from '@/components/shared/state-sign'
import { TrendLine } from './trend-line'
import { WallCard } from './wall-card'

const now = new Date('2026-03-24T10:05:30.000Z')
const states = ['open', 'filling', 'nearlyFull', 'full', 'closed', 'unknown'] as const

const silent: WallRoom = {
  id: 'hall',
  name: 'Hall 7',
  capacity: 120,
  occupancy: {
    state: 'unknown',
    count: null,
    origin: null,
    voices: 0,
    at: null,
    queueMinutes: null,
    delayMinutes: null,
  },
  trend: null,
  isMuted: false,
  session: null,
  next: null,
}
const counted: WallRoom = {
  ...silent,
  occupancy: {
    ...silent.occupancy,
    state: 'nearlyFull',
    count: 110,
    origin: 'door',
    voices: 1,
    at: new Date('2026-03-24T10:03:00.000Z'),
  },
  session: { title: 'Rust', language: 'en' },
}

function wall(room: WallRoom, language: 'en' | 'fr' = 'en', at: Date | null = now): string[] {
  show(
    <ul>
      <WallCard room={room} timeZone="Europe/Paris" now={at} />
    </ul>,
    language,
  )
  return said()
}

it('says how full a room is, who says so and how long ago, and what is on', () => {
  expect(wall(counted)).toEqual([
    'heading "Hall 7"',
    'Nearly full',
    '110 / 120',
    '2 min ago · counted at the door',
    'Rust',
  ])
})

it('says that nobody says anything, and no number that is none', () => {
  expect(wall(silent)).toEqual(['heading "Hall 7"', 'Not known', '– / 120', 'no report yet'])
  expect(wall({ ...silent, capacity: null })[2]).toBe('– / ?')
})

it('says a forecast as what is likely, and gives no count that is not counted', () => {
  const occupancy = { ...counted.occupancy, origin: 'forecast' as const, state: 'full' as const }
  expect(wall({ ...counted, occupancy }).slice(1, 4)).toEqual([
    'Likely: Full',
    '– / 120',
    '2 min ago · forecast from picks',
  ])
  const attendees = { ...counted.occupancy, origin: 'attendees' as const, voices: 3 }
  expect(wall({ ...counted, occupancy: attendees }).slice(1, 4)).toEqual([
    'Nearly full',
    '– / 120',
    '2 min ago · 3 attendees',
  ])
})

it('says first what must be minded: a queue, a delay, that reports are muted', () => {
  const occupancy = { ...counted.occupancy, queueMinutes: 15, delayMinutes: 5 }
  expect(wall({ ...counted, occupancy, isMuted: true })[3]).toBe(
    'queue 15 min · 5 min late · reports muted · 2 min ago · counted at the door',
  )
  expect(wall({ ...counted, isMuted: true })[3]).toBe('reports muted · 2 min ago · counted at the door')
})

it('says where the count goes, and what comes and is likely to be full', () => {
  const trend = { points: [40, 80, 110], direction: 'rising' as const }
  const next = {
    title: 'Go',
    language: 'en',
    startAt: new Date('2026-03-24T11:00:00.000Z'),
    isLikelyFull: true,
    expected: 130,
  }
  expect(wall({ ...counted, trend, next })).toEqual([
    'heading "Hall 7"',
    'rising',
    'Nearly full',
    '110 / 120',
    '2 min ago · counted at the door',
    'Rust',
    'Likely full next (about 130) 12:00 Go',
  ])
  expect(wall({ ...counted, next: { ...next, isLikelyFull: false } }).at(-1)).toBe('12:00 Go')
})

it('says no time before it knows what time it is, and speaks French', () => {
  expect(wall(counted, 'fr', null)).toEqual([
    'heading "Hall 7"',
    'Presque pleine',
    '110 / 120',
    'compté à la porte',
    'Rust',
  ])
})

it('shows a name as it is written, which turns nothing around', () => {
  expect(wall({ ...silent, name: '<script>x</script>\u202Ehall' })[0]).toBe('heading "<script>x</script>hall"')
  expect(document.querySelector('script')).toBe(null)
})

it('has a sign for each state that is filled as the room is', () => {
  const signs = states.map((state) => {
    show(<StateSign state={state} />)
    const [filled, frame] = document.querySelectorAll('rect')
    return [
      filled?.getAttribute('height'),
      frame?.getAttribute('stroke-dasharray') !== null,
      document.querySelectorAll('path').length,
    ]
  })
  expect(signs).toEqual([
    ['3', false, 0],
    ['8', false, 0],
    ['13', false, 0],
    ['16', false, 0],
    ['16', false, 1],
    ['0', true, 0],
  ])
})

it('draws a trend within its box, by what the room holds', () => {
  const points = (given: number[], capacity: number | null) => {
    show(<TrendLine trend={{ points: given, direction: 'steady' }} capacity={capacity} name="steady" />)
    return document.querySelector('polyline')?.getAttribute('points')
  }
  expect(points([0, 50, 100], 100)).toBe('0.0,16.0 18.0,8.0 36.0,0.0')
  expect(points([0, 50, 200], 100)).toBe('0.0,16.0 18.0,12.0 36.0,0.0')
  expect(points([0, 0], null)).toBe('0.0,16.0 36.0,16.0')
})

it('says of a room in a list its state, always with who says so', () => {
  const room: RoomStateNow = {
    room: 'hall',
    session: 'rust',
    capacity: 120,
    state: 'full',
    origin: 'door',
    voices: 1,
    count: 120,
    at: '2026-03-24T10:05:00.000Z',
    queueMinutes: 10,
    delayMinutes: null,
  }
  const line = (given: Partial<RoomStateNow>, at: Date | null = now) => {
    show(<RoomStateFacts room={{ ...room, ...given }} now={at} />)
    return said()
  }
  expect(line({})).toEqual(['Full 120 people · counted at the door · just now · queue 10 min'])
  expect(line({ count: null, queueMinutes: null, delayMinutes: 3 })).toEqual([
    'Full counted at the door · just now · 3 min late',
  ])
  expect(line({ origin: 'forecast', queueMinutes: null })).toEqual(['Likely: Full forecast from picks · just now'])
  expect(line({ origin: 'attendees', voices: 2, queueMinutes: null }, null)).toEqual(['Full 2 attendees'])
  expect(line({ origin: null, at: null, count: null, queueMinutes: null, state: 'unknown' })).toEqual(['Not known'])
})
