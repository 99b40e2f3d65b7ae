// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { DoorReport } from '@/components/rooms/door-report'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { localState } from '@/lib/sync/client/store/local-state'
import { talk } from '@/tests/factories/agenda'
import { said, show } from '@/tests/show'
import { AttendanceButtons } from './attendance'

// There is no network.
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
vi.stubGlobal(
  'EventSource',
  class {
    close() {}
  },
)
provideDevice(() => import('@/lib/device'))

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

const tap = (...names: string[]) => {
  for (const name of names) fireEvent.click(screen.getByRole('button', { name }))
}
/** What is pressed once the store has told of all that was tapped. */
const settlesAs = (...pressed: string[]) =>
  waitFor(
    () => {
      expect(said().filter((line) => line.includes('(disabled)'))).toEqual([])
      expect(said().flatMap((line) => /"(.+)" \(pressed\)/.exec(line)?.[1] ?? [])).toEqual(pressed)
    },
    { timeout: 20_000 },
  )

it('counts every tap from its tap on, however late the store tells of it', async () => {
  show(<AttendanceButtons conference={conference} session={talk('go', at(longAgo))} />)
  await settlesAs()
  tap('Attended', 'Attended', 'Arrived late', 'Watch the replay', 'Watch the replay', 'Find the slides')
  await settlesAs('Arrived late', 'Find the slides')
  tap('Arrived late', 'Arrived late', 'Find the slides', 'Watch the replay')
  await settlesAs('Arrived late', 'Watch the replay')
  tap('Arrived late', 'Watch the replay')
  await settlesAs()
})

it('counts every tap at the door from its tap on', async () => {
  show(<DoorReport conference={conference} session={talk('zig', at(longAgo))} onTurnedAway={() => {}} />)
  const isKeptAs = async (status: string | null, ...pressed: string[]) => {
    await waitFor(() => expect(localState().attendances?.get('c')?.get('zig')?.status ?? null).toBe(status), {
      timeout: 20_000,
    })
    await settlesAs(...pressed)
  }
  await settlesAs()
  tap('I am in', 'I am in', 'I am in')
  await isKeptAs('attended', 'I am in')
  tap('I am in', 'Could not get in', 'Could not get in', 'I am in', 'I am in')
  await isKeptAs(null)
  tap('Could not get in', 'I am in', 'I am in', 'Could not get in')
  await isKeptAs('couldNotGetIn', 'Could not get in')
})
