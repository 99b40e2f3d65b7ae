import { expect, it } from 'vitest'
import { pageAddress } from './addresses'
import { conferenceAddress } from './conference-address'

it('gives the address of each page, and of what is no page', () => {
  expect([
    pageAddress('days', 'now'),
    pageAddress('days', 'marks'),
    pageAddress('days', 'session', '142-controllers'),
    pageAddress('days', 'managedSession', '142-controllers'),
    pageAddress('days', 'sign', 'hall'),
    conferenceAddress('days', 'agenda.json'),
  ]).toEqual([
    '/c/days',
    '/c/days/notes/marks',
    '/c/days/sessions/142-controllers',
    '/c/days/manage/sessions/142-controllers',
    '/c/days/rooms/hall/sign',
    '/c/days/agenda.json',
  ])
})
