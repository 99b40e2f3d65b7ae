import { expect, it } from 'vitest'
import { localPlace } from './local-place'

it.each([
  ['/c/rust-days', { screen: 'now', slug: 'rust-days' }],
  ['/c/rust-days/', { screen: 'now', slug: 'rust-days' }],
  ['/c/rust-days/schedule', { screen: 'schedule', slug: 'rust-days' }],
  ['/c/rust-days/schedule/2027-05-11', { screen: 'day', slug: 'rust-days', day: '2027-05-11' }],
  ['/c/rust-days/sessions/142-controllers-in-rust', { screen: 'session', slug: 'rust-days', number: 142 }],
  ['/c/rust-days/sessions/142', { screen: 'session', slug: 'rust-days', number: 142 }],
  ['/c/rust-days/plan', { screen: 'plan', slug: 'rust-days' }],
  ['/c/rust-days/changes', { screen: 'changes', slug: 'rust-days' }],
  ['/c/rust-days/rooms', { screen: 'rooms', slug: 'rust-days' }],
  ['/c/rust-days/rooms/hall-7', { screen: 'part', slug: 'rust-days', kind: 'room', part: 'hall-7' }],
  ['/c/rust-days/rooms/hall-7/sign', { screen: 'sign', slug: 'rust-days', room: 'hall-7' }],
  ['/sign/Abc_-9', { screen: 'secretSign', secret: 'Abc_-9' }],
  ['/sign-in', { screen: 'none' }],
  ['/c/rust-days/speakers/ada', { screen: 'part', slug: 'rust-days', kind: 'speaker', part: 'ada' }],
  ['/c/rust-days/colocated', { screen: 'colocatedEvents', slug: 'rust-days' }],
  ['/c/rust-days/calendars', { screen: 'other', slug: 'rust-days' }],
  ['/c/rust-days/recaps', { screen: 'recaps', slug: 'rust-days' }],
  ['/c/rust-days/recaps/3f0c1b52-5a3e-4c7e-9a55-6b8d8e0c9d11', { screen: 'recaps', slug: 'rust-days' }],
  ['/recaps', { screen: 'anyRecap' }],
  ['/recaps/3f0c1b52-5a3e-4c7e-9a55-6b8d8e0c9d11', { screen: 'anyRecap' }],
  ['/@ann/day-1', { screen: 'anyRecap' }],
  ['/drafts/secret', { screen: 'anyRecap' }],
  ['/c/rust-days/sessions/none', { screen: 'other', slug: 'rust-days' }],
  ['/c/rust-days/notes', { screen: 'notes', slug: 'rust-days' }],
  ['/c/rust-days/notes/marks', { screen: 'marks', slug: 'rust-days' }],
  [
    '/c/rust-days/notes/3f0c1b52-5a3e-4c7e-9a55-6b8d8e0c9d11',
    { screen: 'note', slug: 'rust-days', noteId: '3f0c1b52-5a3e-4c7e-9a55-6b8d8e0c9d11' },
  ],
  ['/notes', { screen: 'allNotes' }],
  [
    '/notes/3f0c1b52-5a3e-4c7e-9a55-6b8d8e0c9d11',
    { screen: 'anyNote', noteId: '3f0c1b52-5a3e-4c7e-9a55-6b8d8e0c9d11' },
  ],
  ['/notes/other', { screen: 'none' }],
  ['/share', { screen: 'share' }],
  ['/my-plan', { screen: 'last', to: '/plan' }],
  ['/settings', { screen: 'settings' }],
  ['/settings/backup', { screen: 'none' }],
])('knows the screen at %s', (address, place) => {
  expect(localPlace(address)).toEqual(place)
})
