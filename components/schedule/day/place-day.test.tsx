// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { partsOf } from '@/lib/program/agenda-parts'
import { show } from '@/tests/show'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { useRowWords } from '../use-row-words'
import { placeDay } from './place-day'
import { SlotList } from './slot-list'

const badges = talk('badges', { ...at('07:00', '17:00'), kind: 'service', title: 'Badges' })
const sessions = [
  badges,
  talk('early', { ...at('09:00', '09:30'), title: 'Early' }),
  talk('long', { ...at('09:00', '11:00'), title: 'Long' }),
  talk('next', { ...at('10:30', '11:00'), title: 'Next' }),
  talk('night', { ...at('22:30', '23:59'), title: 'Night' }),
  talk('someday', { startAt: undefined, endAt: undefined, title: 'Someday' }),
]
const agenda = agendaOf(sessions)

function Day({ clocks = 'Europe/Paris' }: { clocks?: string }) {
  const words = useRowWords()
  return (
    <SlotList
      conference="one"
      parts={partsOf(agenda)}
      timeZone={clocks}
      zone="Europe/Paris"
      day="2026-03-24"
      words={words}
      sessions={sessions}
      picks={new Map()}
      onPick={() => undefined}
    />
  )
}

/** What the list says of the hour: its line, and what is quiet. */
function placedAt(now: string): { line: string[]; over: (string | undefined)[] } {
  vi.setSystemTime(now)
  placeDay()
  const lines = [...document.querySelectorAll('section')].flatMap((slot) => {
    const [before, after] = [slot.getAttribute('data-now'), slot.getAttribute('data-now-after')]
    const time = slot.querySelector('h2')?.textContent?.split('\n')[0]
    return [before && `${before}, before ${time}`, after && `${after}, after ${time}`].filter(Boolean)
  })
  const over = [...document.querySelectorAll('[data-over]')].map((row) => row.querySelector('a')?.textContent)
  return { line: lines.flatMap((line) => line || []), over }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('draws a line at now, says how much is under way, and makes quiet what is over', () => {
  show(<Day />)
  expect(placedAt('2026-03-24T06:30:00Z')).toEqual({ line: ['Now 07:30, before 08:00'], over: [] })
  expect(placedAt('2026-03-24T09:15:00Z')).toEqual({
    line: ['Now 10:15 · 2 under way above, before 11:30'],
    over: [],
  })
  expect(placedAt('2026-03-24T09:30:00Z')).toEqual({
    line: ['Now 10:30 · 1 under way above, before 11:30'],
    over: ['Early'],
  })
  expect(placedAt('2026-03-24T22:59:30Z')).toEqual({
    line: ['Now 23:59 · 1 under way above, after 23:30'],
    over: ['Badges', 'Early', 'Long', 'Next'],
  })
})

it('is still the day’s after midnight, as long as something is on, and no other day’s', () => {
  show(<Day />)
  const nothing = { line: [], over: [] }
  expect(placedAt('2026-03-24T23:30:00Z').line).toEqual(['Now 00:30 · 1 under way above, after 23:30'])
  expect(placedAt('2026-03-25T00:00:00Z')).toEqual(nothing)
  expect(placedAt('2026-03-23T12:00:00Z')).toEqual(nothing)
})

it('shows the clocks that the list is read by, and knows the day by the conference’s', () => {
  show(<Day clocks="Pacific/Auckland" />)
  expect(placedAt('2026-03-24T09:15:00Z').line).toEqual(['Now 22:15 · 2 under way above, before 23:30'])
})

it('can be sent as text: it needs nothing around it', () => {
  show(<Day />)
  vi.setSystemTime('2026-03-24T09:15:00Z')
  new Function(`(${placeDay.toString()})()`)()
  expect(document.querySelectorAll('section[data-now]').length).toBe(1)
})

it('has nothing to do where there is no list', () => {
  show(<p>Nothing</p>)
  expect(placedAt('2026-03-24T09:15:00Z')).toEqual({ line: [], over: [] })
})
