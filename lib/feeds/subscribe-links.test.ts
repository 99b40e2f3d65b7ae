import { expect, it } from 'vitest'
import { giggityLink, isLocalAddress, subscribeLinks } from './subscribe-links'

it('makes the addresses that calendars subscribe by, each value encoded', () => {
  expect(subscribeLinks('https://hallway.example/c/kube/schedule.ics', 'Kube & friends: "été" 🎉')).toEqual({
    webcal: 'webcal://hallway.example/c/kube/schedule.ics',
    google: 'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fhallway.example%2Fc%2Fkube%2Fschedule.ics',
    outlook:
      'https://outlook.live.com/calendar/0/addfromweb' +
      '?url=https%3A%2F%2Fhallway.example%2Fc%2Fkube%2Fschedule.ics' +
      '&name=Kube%20%26%20friends%3A%20%22%C3%A9t%C3%A9%22%20%F0%9F%8E%89',
    outlookWork:
      'https://outlook.office.com/calendar/0/addfromweb' +
      '?url=https%3A%2F%2Fhallway.example%2Fc%2Fkube%2Fschedule.ics' +
      '&name=Kube%20%26%20friends%3A%20%22%C3%A9t%C3%A9%22%20%F0%9F%8E%89',
  })
})

it('keeps the port of a local address', () => {
  expect(subscribeLinks('http://localhost:3000/feeds/abc.ics', 'x').webcal).toBe(
    'webcal://localhost:3000/feeds/abc.ics',
  )
})

it('opens a schedule in Giggity by its address', () => {
  expect(giggityLink('https://hallway.example/c/kube/schedule.xml')).toBe(
    'https://ggt.gaa.st/#url=https%3A%2F%2Fhallway.example%2Fc%2Fkube%2Fschedule.xml',
  )
})

it.each([
  ['http://localhost:3000/c/kube', true],
  ['http://127.0.0.1/c/kube', true],
  ['https://localhost.example/c/kube', false],
  ['https://hallway.example/c/localhost', false],
])('says of %s whether other computers reach it', (url, isLocal) => {
  expect(isLocalAddress(url)).toBe(isLocal)
})
