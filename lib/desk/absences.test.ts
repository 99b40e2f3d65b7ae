import { expect, it } from 'vitest'
import { absenceFieldsOf, readAbsences } from './absences'

const zone = 'Europe/Amsterdam'
const row = (fields: object) => ({ fromOn: '2026-03-24', fromAt: '', untilOn: '2026-03-24', untilAt: '', ...fields })

it('reads whole days, hours, nights, and times as people type them', () => {
  const rows = [row({}), row({ fromAt: '9h30', untilAt: '1200' }), row({ fromAt: '22:00', untilOn: '2026-03-25' })]
  const read = readAbsences(rows, zone)
  expect(read).toEqual({
    ok: true,
    absences: [
      { startAt: '2026-03-23T23:00:00.000Z', endAt: '2026-03-24T23:00:00.000Z' },
      { startAt: '2026-03-24T08:30:00.000Z', endAt: '2026-03-24T11:00:00.000Z' },
      { startAt: '2026-03-24T21:00:00.000Z', endAt: '2026-03-25T23:00:00.000Z' },
    ],
  })
  expect(read.ok && read.absences.map((span) => absenceFieldsOf(span, zone))).toEqual([
    rows[0],
    { ...rows[1], fromAt: '09:30', untilAt: '12:00' },
    rows[2],
  ])
})

it('takes the day on which clocks change as long as it is', () => {
  expect(readAbsences([row({ fromOn: '2026-03-29', untilOn: '2026-03-29' })], zone)).toEqual({
    ok: true,
    absences: [{ startAt: '2026-03-28T23:00:00.000Z', endAt: '2026-03-29T22:00:00.000Z' }],
  })
})

it('says which field is wrong, and why', () => {
  const wrong = (fields: object) => readAbsences([row({}), row(fields)], zone)
  expect(wrong({ untilOn: '2026-03-23' })).toEqual(at('end-before-start', 'untilOn'))
  expect(wrong({ fromAt: '10:00', untilAt: '10:00' })).toEqual(at('end-before-start', 'untilAt'))
  expect(wrong({ fromOn: '' })).toEqual(at('INVALID', 'fromOn'))
  expect(wrong({ untilOn: '2026-99-99' })).toEqual(at('INVALID', 'untilOn'))
  expect(wrong({ untilAt: 'noon' })).toEqual(at('INVALID', 'untilAt'))
  expect(wrong({ fromOn: '2026-03-29', fromAt: '02:30', untilOn: '2026-03-30' })).toEqual(at('time-skipped', 'fromAt'))
})

function at(reason: string, field: string) {
  return { ok: false, reason, row: 1, field }
}
