import { expect, it } from 'vitest'
import type { BoardPlace } from '../board'
import { readPlace } from './read-place'

const before: BoardPlace = {
  dayOn: '2026-03-28',
  startAt: '2026-03-28T09:00:00.000Z',
  endAt: '2026-03-28T09:30:00.000Z',
  roomIds: ['hall', 'loft'],
}
const read = (fields: Record<string, string>, was = before) => readPlace(fields, 'Europe/Paris', was)

it('reads the conference’s clocks, and keeps the other rooms', () => {
  expect(read({ dayOn: '2026-03-30', start: '10:00', end: '1045', room: 'attic' })).toEqual({
    ok: true,
    twice: [],
    place: {
      dayOn: '2026-03-30',
      startAt: '2026-03-30T08:00:00.000Z',
      endAt: '2026-03-30T08:45:00.000Z',
      roomIds: ['attic', 'loft'],
    },
  })
  expect(read({ dayOn: '2026-03-28' })).toEqual({
    ok: true,
    twice: [],
    place: { dayOn: '2026-03-28', startAt: null, endAt: null, roomIds: ['loft'] },
  })
})

it('keeps the night of what begins after midnight', () => {
  const late = { ...before, startAt: '2026-03-28T23:30:00.000Z', endAt: '2026-03-29T00:30:00.000Z' }
  // The clocks are put forward at two that night.
  expect(read({ dayOn: '2026-03-28', start: '00:45', end: '03:30', room: 'hall' }, late)).toMatchObject({
    place: { startAt: '2026-03-28T23:45:00.000Z', endAt: '2026-03-29T01:30:00.000Z' },
  })
  expect(read({ dayOn: '2026-03-28', start: '02:30', end: '', room: 'hall' }, late)).toMatchObject({
    reason: 'time-skipped',
  })
})

it('takes midnight as an end for that at the end of the day', () => {
  expect(read({ dayOn: '2026-03-30', start: '10:00', end: '00:00', room: 'hall' })).toMatchObject({
    place: { startAt: '2026-03-30T08:00:00.000Z', endAt: '2026-03-30T22:00:00.000Z' },
  })
})

it('says what is no time, no day, or ends before it begins', () => {
  expect(
    [
      { dayOn: '', start: '10:00', end: '' },
      { dayOn: '2026-03-28', start: 'ten', end: '' },
      { dayOn: '2026-03-28', start: '10:00', end: '09:00' },
      { dayOn: '2026-03-28', start: '', end: '09:00' },
    ].map((fields) => read({ ...fields })),
  ).toMatchObject([
    { ok: false, reason: 'INVALID' },
    { ok: false, reason: 'INVALID' },
    { ok: false, reason: 'end-before-start' },
    { ok: false, reason: 'end-before-start' },
  ])
})
