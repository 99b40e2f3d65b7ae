import { expect, it } from 'vitest'
import { shownAttendances } from './shown'

const row = (sessionId: string, updatedAt?: string, statusAt?: string) => ({
  sessionId,
  conferenceId: 'c',
  status: 'attended' as const,
  watchReplay: false,
  findSlides: false,
  ...(updatedAt && { updatedAt }),
  ...(statusAt && { statusAt }),
})
const entry = (order: number, args: { sessionId: string; status?: 'attended'; findSlides?: true; adds?: true }) => ({
  order,
  conferenceId: 'c',
  mutation: { id: String(order), at: '2026-03-24T09:00:03.000Z', name: 'setAttendance' as const, args },
})
const order = (...given: Parameters<typeof shownAttendances>) => [
  ...(shownAttendances(...given)
    .get('c')
    ?.keys() ?? []),
]

it('gives attendances in the order in which they were said', () => {
  const rows = [row('a', '2026-03-24T09:00:02.000Z'), row('b', '2026-03-24T09:00:01.000Z'), row('c')]
  expect(order(rows, [])).toEqual(['c', 'b', 'a'])
  expect(order(rows, [entry(1, { sessionId: 'c', status: 'attended' })])).toEqual(['b', 'a', 'c'])
  // A wish that reached the server later.
  const wished = row('b', '2026-03-24T09:00:09.000Z', '2026-03-24T09:00:01.000Z')
  expect(order([row('a', '2026-03-24T09:00:02.000Z'), wished, row('c')], [])).toEqual(['c', 'b', 'a'])
  // Of where somebody is these say nothing.
  const said = [
    entry(1, { sessionId: 'c', findSlides: true }),
    entry(2, { sessionId: 'b', status: 'attended', adds: true }),
  ]
  expect(order(rows, said)).toEqual(['c', 'b', 'a'])
})
