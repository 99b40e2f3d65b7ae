// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import type { TiledRoom as Tile } from '@/lib/rooms/room-tiles'
import { at, talk } from '@/tests/factories/agenda'
import { said, show } from '@/tests/show'
import { RoomBar } from './room-bar'
import { RoomTile } from './room-tile'

const now = new Date('2026-03-24T10:15:00.000Z')
const state: RoomStateNow = {
  room: 'hall',
  session: 'Rust',
  capacity: 120,
  state: 'nearlyFull',
  origin: 'door',
  voices: 1,
  count: 110,
  at: '2026-03-24T10:13:00.000Z',
  queueMinutes: null,
  delayMinutes: null,
}
const tile: Tile = {
  room: { id: 'hall', slug: 'hall', name: 'Hall 7', capacityKind: 'seats' },
  state,
  session: talk('Rust', at('10:00', '11:00')),
  isOn: true,
  next: talk('Go', at('12:00', '13:00')),
  walkMinutes: 4,
}

function drawn(given: Partial<Tile>, language: 'en' | 'fr' = 'en', day?: string): string[] {
  const around = { timeZone: 'Europe/Paris', now, day, onOpen: () => undefined }
  show(
    <ul>
      <RoomTile tile={{ ...tile, ...given }} isRoomy {...around} />
    </ul>,
    language,
  )
  return said()
}

it('says how full a room is, since when, by whom, how far it is and what is on', () => {
  expect(drawn({})).toEqual(['button "Hall 7 Nearly full on foot 4 min 2 min ago · at the door 11:00 Rust 13:00 Go"'])
  expect(drawn({}, 'fr')).toEqual([
    'button "Hall 7 Presque pleine à pied 4 min il y a 2 min · à la porte 11:00 Rust 13:00 Go"',
  ])
})

it('says that nothing is on, and until when', () => {
  expect(drawn({ session: null, walkMinutes: null })).toEqual(['button "Hall 7 No session until 13:00 Go"'])
  expect(drawn({ session: null, walkMinutes: null, next: null })).toEqual(['button "Hall 7 No more sessions today"'])
})

it('says no day that is said above', () => {
  const next = talk('Go', { startAt: '2026-03-25T12:00:00.000Z', endAt: '2026-03-25T13:00:00.000Z' })
  const later = { session: null, walkMinutes: null, next }
  expect(drawn(later)).toEqual(['button "Hall 7 No session until Wed 25 Mar 13:00 Go"'])
  expect(drawn(later, 'en', '2026-03-25')).toEqual(['button "Hall 7 No session until 13:00 Go"'])
})

it('fills its bar, and draws a broken line where nobody knows', () => {
  const drawnBar = (given: Partial<RoomStateNow> | null) => {
    show(<RoomBar state={given && { ...state, ...given }} />)
    return document.querySelector('path') ? 'broken' : document.querySelectorAll('rect')[1]?.getAttribute('width')
  }
  expect([drawnBar({}), drawnBar({ state: 'full' }), drawnBar({ state: 'unknown' }), drawnBar(null)]).toEqual([
    '92',
    '100',
    'broken',
    'broken',
  ])
})
