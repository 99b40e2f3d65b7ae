// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import type { DayProps } from './day-props'
import { SuggestionView } from './suggestion-view'

const day: DayProps = {
  board: { conferenceId: 'c', userId: 'u' },
  ...{ conference: 'kcd', day: '2026-03-24', draftVersion: 0, drafted: 0, broken: 0 },
  ...{ sessions: [], rooms: {}, saying: { timeZone: 'UTC', language: 'en' } },
}
const missing = { turnedAway: 15, choosing: 20 }
const nothingHelps = { before: missing, after: missing, groups: [], gap: 0 }
const lines = (broken: number) => {
  show(<SuggestionView {...day} broken={broken} suggestion={nothingHelps} isFinal onTaken={() => undefined} />)
  return said().slice(1)
}

it('counts seats and picks, not people, and says that it adds them up', () => {
  expect(lines(0)).toEqual([
    '  Now Suggested Seats likely missing 15 15 Pairs of picks on at once 20 20',
    '  Added up over all sessions of the day, in steps of five: somebody who finds no seat in two of them counts ' +
      'twice, and so does somebody with two pairs of picks on at once.',
    '  The search is complete: with this many moves at most, there is no better plan.',
    '  No move would help: leave the day as it is.',
  ])
})

it('does not call a day good in which something does not work', () => {
  expect(lines(2).slice(3)).toEqual([
    '  No move would help.',
    '  Of this day, 2 warnings on the board say “does not work”. Suggestions do not mend them: what clashes already ' +
      'stays where it is.',
    '  link "Open the board"',
  ])
})
