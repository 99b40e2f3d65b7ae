// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { BoardPlace } from '@/lib/desk/board/board'
import { said, show } from '@/tests/show'
import { OvertakenNotices } from './overtaken-notices'
import { useBoardWords } from './use-board-words'

const at = (hour: number): BoardPlace => ({
  dayOn: '2026-03-24',
  startAt: new Date(Date.UTC(2026, 2, 24, hour)).toISOString(),
  endAt: new Date(Date.UTC(2026, 2, 24, hour + 1)).toISOString(),
  roomIds: ['hall'],
})
const board = { timeZone: 'UTC', rooms: [{ id: 'hall', name: 'Hall' }], speakers: [] }
const titles: Record<string, string> = { a: 'Tides', b: 'Shores' }
const move = { sessionId: 'a', title: 'Tides', place: at(9), from: at(8), userId: 'ada', by: 'Ada', at: '' }
const back = { sessionId: 'a', title: 'Tides', from: at(8), before: null, after: null }
const displaced = { key: 'step a', sessionId: 'a', title: 'Tides', mine: at(11), move, back }

function Notices({ moved }: { moved: boolean }) {
  const words = useBoardWords(board, { userId: null, by: null })
  const nothing = () => undefined
  return (
    <OvertakenNotices
      overtaken={['a', 'b'].map((sessionId) => ({ sessionId, place: at(9), by: 'Ada' }))}
      displaced={moved ? [displaced] : []}
      titleOf={(id) => titles[id] ?? ''}
      {...{ words, onPut: nothing, onDismiss: nothing, onBack: nothing }}
    />
  )
}

const lines = (moved: boolean) => {
  show(<Notices moved={moved} />)
  const all = said(document.body).map((line) => line.trim().replaceAll(/[\u2066-\u2069]/g, ''))
  return all.filter((line) => line.startsWith('Ada'))
}

it('says of a session that somebody else had moved that it is where it was put here, as long as it is', () => {
  const shores = 'Ada had just moved Shores to Tue 24 Mar 09:00–10:00 · Hall. Now it is where you put it.'
  expect([lines(false), lines(true)]).toEqual([
    [shores.replace('Shores', 'Tides'), shores],
    [
      shores,
      'Ada has moved Tides since you did: it is now Tue 24 Mar 09:00–10:00 · Hall; ' +
        'you had put it Tue 24 Mar 11:00–12:00 · Hall.',
    ],
  ])
})
