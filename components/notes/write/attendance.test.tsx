// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { talk } from '@/tests/factories/agenda'
import { said, show } from '@/tests/show'
import { AttendanceButtons } from './attendance'

const conference = { id: 'c', slug: 'c', timeZone: 'Europe/Paris' }
const [longAgo, farAway] = ['2020-03-24', '2090-03-24']
const at = (day: string) => ({ dayOn: day, startAt: `${day}T09:00:00.000Z`, endAt: `${day}T10:00:00.000Z` })
const untimed = { startAt: undefined, endAt: undefined }

it.each([
  ['a session that has begun', at(longAgo), true],
  ['one to come', at(farAway), false],
  ['one without a time whose day has come', { ...untimed, dayOn: longAgo }, true],
  ['one without a time whose day is to come', { ...untimed, dayOn: farAway }, false],
])('asks how it went of %s: %#', (_, times, isAsked) => {
  show(<AttendanceButtons conference={conference} session={talk('rust', times)} />)
  expect(said().filter((line) => line.startsWith('group'))).toEqual(
    isAsked ? ['group "How it went":', 'group "For later":'] : [],
  )
})

it('leaves it to the room’s own buttons to say that one could not get in, while they are there', () => {
  const session = talk('rust', at(longAgo))
  const offered = (isAtDoor: boolean) => {
    show(<AttendanceButtons conference={conference} session={session} isAtDoor={isAtDoor} />)
    return said()
      .filter((line) => line.includes('button "'))
      .map((line) => line.trim().replace(/ \(.*/, ''))
  }
  const [later, how] = [
    ['button "Watch the replay"', 'button "Find the slides"'],
    ['Attended', 'Arrived late', 'Left early'],
  ]
  expect([offered(false), offered(true)]).toEqual([
    [...how, 'Could not get in'].map((name) => `button "${name}"`).concat(later),
    how.map((name) => `button "${name}"`).concat(later),
  ])
})
