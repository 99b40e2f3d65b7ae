// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { BoardMove, BoardPlace, BoardSession } from '@/lib/desk/board/board'
import { besideProgramme } from '@/lib/desk/board/shown-move'
import { boardSession } from '@/tests/factories/board-session'
import { said, show } from '@/tests/show'
import { useBoardWords } from '../use-board-words'
import { DraftSheet } from './draft-sheet'
import { MovedList } from './moved-list'

const at = (hour: number): BoardPlace => ({
  dayOn: '2026-03-24',
  startAt: new Date(Date.UTC(2026, 2, 24, hour)).toISOString(),
  endAt: new Date(Date.UTC(2026, 2, 24, hour + 1)).toISOString(),
  roomIds: ['hall'],
})
/** Each was published at 9 when it was moved to 15 o'clock. */
const moves: BoardMove[] = ['fits', 'imported', 'there', 'gone'].map((sessionId) => ({
  ...{ sessionId, title: sessionId, place: at(15), from: at(9), userId: 'ann', by: 'Ann', at: '2026-03-01T08:00:00Z' },
}))
const published: BoardSession[] = [
  boardSession('fits', at(9)),
  boardSession('imported', at(11)),
  boardSession('there', at(15)),
]
const shown = besideProgramme(moves, new Map(published.map((session) => [session.id, session])))
const board = { timeZone: 'UTC', rooms: [{ id: 'hall', name: 'Hall' }], speakers: [] }

function Lists({ isPlanned }: { isPlanned: boolean }) {
  const words = useBoardWords(board, { userId: null, by: null })
  const nothing = () => undefined
  return (
    <>
      <MovedList moves={shown} words={words} isPlanned={isPlanned} />
      <DraftSheet
        {...{ moves: shown, words, isPlanned, isLead: false, mayMove: () => false }}
        {...{ onGiveBack: nothing, onDiscard: nothing, onPublish: nothing, onClose: nothing }}
      />
    </>
  )
}

/** What both lists say of each session, without who moved it. */
function lines(isPlanned: boolean): [string[], string[]] {
  show(<Lists isPlanned={isPlanned} />)
  const all = said(document.body).map((line) => line.trim().replaceAll(/[\u2066-\u2069]/g, ''))
  const isOf = (line: string) => /^(fits|imported|there|gone)$|24 Mar|programme has|cancelled/.test(line)
  const dialog = all.findIndex((line) => line.startsWith('dialog'))
  return [all.slice(0, dialog).filter(isOf), all.slice(dialog).filter(isOf)]
}

it.each([
  [false, 'publishing now puts it here all the same.'],
  [true, 'the planned release leaves it in the draft. Publishing by hand puts it here all the same.'],
])('says in both lists from where a session moves as the programme is now (planned: %s)', (isPlanned, moved) => {
  const [from9, from11, to] = [9, 11, 15].map((hour) =>
    `Tue 24 Mar ${hour}:00–${hour + 1}:00 · Hall`.replace(' 9', ' 09'),
  )
  const expected = [
    ...['imported', `${from11} → ${to}`, `The programme has moved it since: ${moved}`],
    ...['gone', `${from9} → ${to}`, 'It was cancelled or deleted since: publishing leaves it out.'],
    ...['fits', `${from9} → ${to}`],
    ...['there', to, 'The programme has it there by now: publishing changes nothing of it.'],
  ]
  expect(lines(isPlanned)).toEqual([expected, expected])
})
