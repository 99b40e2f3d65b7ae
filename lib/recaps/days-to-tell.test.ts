import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { daysToTell, recapDays } from './days-to-tell'

const note = (id: string, notedAt: string, sessionId?: string) => ({
  id,
  text: 'x',
  notedAt,
  updatedAt: notedAt,
  ...(sessionId && { sessionId }),
})
// On the way home, at night in Paris; and on a talk, long after it.
const notes = [note('a', '2026-03-26T23:30:00.000Z'), note('b', '2026-04-02T10:00:00.000Z', 'rust')]
const material = { agenda: agendaOf([talk('rust')]), notes }
const now = new Date('2026-03-24T12:00:00Z')

it('are those of the conference, and others on which something was noted', () => {
  expect(recapDays(material)).toEqual(['2026-03-24', '2026-03-25', '2026-03-27'])
})

it.each([
  ['the one asked for', '2026-03-25', '2026-03-25'],
  ['the last that has begun, where none was', null, '2026-03-24'],
  ['the last that has begun, where no such day can be', '2026-02-31', '2026-03-24'],
])('mean %s', (_which, asked, day) => {
  expect(daysToTell(material, asked, now)).toEqual({ days: recapDays(material), day })
})

it('have one more where a device knows a note that is not on the server yet', () => {
  expect(daysToTell(material, '2026-03-30', now)).toEqual({
    days: [...recapDays(material), '2026-03-30'],
    day: '2026-03-30',
  })
})

it('mean the first before the conference, and none where there is none', () => {
  expect(daysToTell(material, null, new Date('2026-03-01T12:00:00Z')).day).toBe('2026-03-24')
  const empty = { agenda: agendaOf([], { days: [] }), notes: [] }
  expect(daysToTell(empty, null, now)).toEqual({ days: [], day: null })
})
