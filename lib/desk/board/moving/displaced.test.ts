import { expect, it } from 'vitest'
import { boardSession } from '@/tests/factories/board-session'
import type { BoardDraft, BoardMove, BoardPlace } from '../board'
import { after, deskOf, type DeskEvent, type DraftChange } from './desk'
import { listDisplaced } from './displaced'

const at = '2026-03-01T10:00:00.000Z'
const place = (time: string): BoardPlace => ({
  ...{ dayOn: '2026-03-24', startAt: `2026-03-24T${time}:00.000Z`, endAt: null, roomIds: ['hall'] },
})
const [home, mine, theirs] = [place('09:00'), place('10:00'), place('15:00')]
const me = { userId: 'me', by: null }
const bo = { userId: 'bo', by: 'Bo' }
const moveOf = (author: typeof me | typeof bo, to: BoardPlace): BoardMove => ({
  ...{ sessionId: 'a', title: 'A', place: to, from: home, ...author, at },
})
const draft = (version: number, ...moves: BoardMove[]): BoardDraft => ({ version, moves, ignored: [] })
const change: DraftChange = { sessionId: 'a', title: 'A', from: home, before: null, after: { place: mine } }
const did: DeskEvent = { kind: 'did', step: { id: '1', at, changes: [change] } }
const confirmed: DeskEvent = { kind: 'confirmed', id: '1', version: 2, author: me }
const told = (of: BoardDraft): DeskEvent => ({ kind: 'told', draft: of })
const displacedAfter = (events: DeskEvent[], publishedAt = home) =>
  listDisplaced(
    events.reduce(after, deskOf(draft(1))),
    new Map([['a', boardSession('a', { title: 'A', ...publishedAt })]]),
    me,
  )

it('tells the earlier of two who move one session at once, whichever news comes first', () => {
  const news = told(draft(3, moveOf(bo, theirs)))
  const found = [
    {
      ...{ key: '1 a', sessionId: 'a', title: 'A', mine, move: moveOf(bo, theirs) },
      back: { ...change, before: { place: theirs } },
    },
  ]
  expect(displacedAfter([did, confirmed, news])).toEqual(found)
  expect(displacedAfter([did, news, confirmed])).toEqual(found)
  // Not before the server has it: this one may be the later.
  expect(displacedAfter([did, news])).toEqual([])
})

it('says that it was taken out of the draft', () => {
  expect(displacedAfter([did, confirmed, told(draft(3))]).map(({ move, back }) => [move, back])).toEqual([
    [null, change],
  ])
})

it('is silent where it lies as it was put here, or was published, undone, or moved by the same person', () => {
  const undone: DeskEvent = { kind: 'undid', id: '2', at }
  const undoing: DeskEvent = { kind: 'confirmed', id: '2', version: 3, author: me }
  expect([
    displacedAfter([did, confirmed, told(draft(3, moveOf(bo, mine)))]),
    displacedAfter([did, confirmed, told(draft(3))], mine),
    displacedAfter([did, confirmed, told(draft(3))], theirs),
    displacedAfter([did, confirmed, undone, undoing, told(draft(4, moveOf(bo, theirs)))]),
    displacedAfter([did, confirmed, told(draft(3, moveOf(me, theirs)))]),
  ]).toEqual([[], [], [], [], []])
})
