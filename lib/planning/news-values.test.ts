import { expect, it } from 'vitest'
import { valuesOf } from './news-values'

const session = { dayOn: '2026-03-25', startAt: '2026-03-25T10:00:00.000Z', endAt: '2026-03-25T11:00:00.000Z' }

it('says day, start and end as one time, with what of it stayed', () => {
  const fields = [
    { field: 'dayOn', old: '2026-03-24', new: '2026-03-25' },
    { field: 'startAt', old: '2026-03-24T09:00:00.000Z', new: session.startAt },
  ]
  expect(valuesOf({ fields }, session)).toEqual([
    {
      kind: 'time',
      old: { dayOn: '2026-03-24', startAt: '2026-03-24T09:00:00.000Z', endAt: session.endAt },
      new: session,
    },
  ])
  expect(valuesOf({ fields: [{ field: 'startAt', old: null, new: session.startAt }] }, session)).toEqual([
    { kind: 'time', old: { ...session, startAt: undefined }, new: session },
  ])
})

it('says names as they are read, and nothing of what it does not understand', () => {
  const fields = [
    { field: 'speakers', old: [{ name: 'Ann Lee', company: 'Acme' }, 7, null], new: [] },
    { field: 'rooms', old: ['Hall', 'Loft'], new: { evil: true } },
    { field: 'title', old: 'A', new: 'B' },
    { field: 'endAt', old: 'never', new: session.endAt },
    { field: 'unheardOf', old: 1, new: 2 },
  ]
  expect(valuesOf({ fields }, session)).toEqual([
    { kind: 'time', old: { ...session, endAt: undefined }, new: session },
    { kind: 'title', old: 'A', new: 'B' },
    { kind: 'rooms', old: 'Hall, Loft', new: '' },
    { kind: 'speakers', old: 'Ann Lee', new: '' },
  ])
})
