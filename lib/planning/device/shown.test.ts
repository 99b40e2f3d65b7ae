import { expect, it } from 'vitest'
import { shownAttendances } from './shown'

const row = (sessionId: string, updatedAt?: string) => ({
  sessionId,
  conferenceId: 'c',
  status: 'attended' as const,
  watchReplay: false,
  findSlides: false,
  ...(updatedAt && { updatedAt }),
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
  // Of where somebody is these say nothing.
  const said = [
    entry(1, { sessionId: 'c', findSlides: true }),
    entry(2, { sessionId: 'b', status: 'attended', adds: true }),
  ]
  expect(order(rows, said)).toEqual(['c', 'b', 'a'])
})
