import { expect, it } from 'vitest'
import { placeAt } from './pages'

it.each([
  ['/c/days', { slug: 'days', name: 'now', word: '' }],
  ['/c/days/schedule', { slug: 'days', name: 'schedule', word: '' }],
  ['/c/days/schedule/2027-05-11', { slug: 'days', name: 'day', word: '2027-05-11' }],
  ['/c/days/schedule/monday', { slug: 'days', name: null, word: '' }],
  ['/c/days/notes/marks', { slug: 'days', name: 'marks', word: '' }],
  ['/c/days/colocated', { slug: 'days', name: 'colocatedEvents', word: '' }],
  ['/c/days/colocated/rust-day', { slug: 'days', name: 'colocated', word: 'rust-day' }],
  ['/c/days/rooms/hall', { slug: 'days', name: 'room', word: 'hall' }],
  ['/c/days/rooms/hall/sign', { slug: 'days', name: 'sign', word: 'hall' }],
  ['/c/days/rooms/sign', { slug: 'days', name: 'room', word: 'sign' }],
  ['/c/days/rooms//sign', { slug: 'days', name: null, word: '' }],
  ['/c/days/speakers/ada.ics', { slug: 'days', name: null, word: '' }],
  ['/c/days/notes/0b2f', { slug: 'days', name: 'note', word: '0b2f' }],
  ['/c/days/manage/sessions/1-a', { slug: 'days', name: 'managedSession', word: '1-a' }],
  ['/c/days/schedule.ics', { slug: 'days', name: null, word: '' }],
  ['/c/days/sessions/1-a/more', { slug: 'days', name: null, word: '' }],
  ['/c/days/', null],
  ['/c', null],
  ['/notes', null],
])('knows what is at %s', (path, place) => {
  expect(placeAt(path)).toEqual(place)
})
