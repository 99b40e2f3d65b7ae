import { describe, expect, it } from 'vitest'
import { attendeeReportSchema, stewardReportSchema } from './reports'

const id = '0f0e0d0c-0b0a-4908-8706-050403020100'
const at = '2026-03-24T10:00:00.000Z'
type Schema = { safeParse: (value: unknown) => { success: boolean } }
const takes = (schema: Schema, value: unknown) => schema.safeParse(value).success

describe('what is said of a room', () => {
  const reading = { id, at, kind: 'count', delta: 1 }
  const report = (...readings: object[]) => ({ sentAt: at, readings })

  it('is what a steward tapped, with what was taken back', () => {
    expect(stewardReportSchema.parse(report(reading))).toEqual({ ...report(reading), withdrawn: [] })
    const taken = [
      { ...reading, kind: 'level', level: 'full' },
      { ...reading, kind: 'queue', minutes: 240 },
      { ...reading, kind: 'delay', minutes: 0 },
    ]
    expect(taken.map((each) => takes(stewardReportSchema, report(each)))).toEqual([true, true, true])
    const not = [
      { ...reading, delta: 1_001 },
      { ...reading, delta: 0.5 },
      { ...reading, kind: 'queue', minutes: 241 },
      { ...reading, kind: 'level', level: 'unknown' },
      { ...reading, id: 'x' },
    ]
    expect(not.map((each) => takes(stewardReportSchema, report(each)))).toEqual(not.map(() => false))
    expect(takes(stewardReportSchema, report(...Array.from({ length: 501 }, () => reading)))).toBe(false)
  })

  it('is what an attendee saw, at most fifty times at once', () => {
    const seen = { id, at, sessionId: id, level: 'entered' }
    const said = (...readings: object[]) => ({ conference: id, device: id, sentAt: at, readings })
    expect(attendeeReportSchema.parse(said(seen))).toEqual(said(seen))
    expect(takes(attendeeReportSchema, said({ ...seen, level: 'closed' }))).toBe(false)
    expect(takes(attendeeReportSchema, said(...Array.from({ length: 51 }, () => seen)))).toBe(false)
  })
})
