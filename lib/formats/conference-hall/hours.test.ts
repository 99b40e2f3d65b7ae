import { describe, expect, it } from 'vitest'
import { hoursQuestion } from './hours'

const ask = (
  starts: (string | null)[],
  days: unknown[] = [],
  given: { timeZone?: string; isNamed?: boolean } = {},
  answer?: 'local' | 'utc',
) =>
  hoursQuestion(
    {
      sessions: starts.map((start, index) => ({ title: `Talk ${index}`, start })),
      days,
      timeZone: 'Europe/Paris',
      isNamed: true,
      ...given,
    },
    answer,
  )

describe('hoursQuestion', () => {
  it('takes clocks for local where days are written like them, and says what becomes of the first session', () => {
    expect(ask(['2027-06-11T14:00:00.000Z', '2027-06-11T09:30:00.000Z'], ['2027-06-11T00:00:00.000Z'])).toEqual({
      id: 'z-means-local',
      guess: 'local',
      answer: null,
      why: 'days-at-midnight',
      isPlain: true,
      example: 'Talk 1',
      choices: [
        { choice: 'local', becomes: '09:30' },
        { choice: 'utc', becomes: '11:30' },
      ],
    })
  })

  it('takes them for UTC where the days begin at midnight of the zone', () => {
    expect(ask(['2027-06-11T07:00:00.000Z'], ['2027-06-10T22:00:00.000Z', '2027-06-11T22:00:00.000Z'])).toMatchObject({
      guess: 'utc',
      why: 'days-in-utc',
      isPlain: true,
    })
  })

  it.each([
    ['no days', []],
    ['days that are none', ['2027-06-11T00:00:00.000Z', 7]],
    ['days without a time', ['2027-06-11']],
  ])('has no plain sign in %s', (_, days) => {
    expect(ask(['2027-06-11T07:00:00.000Z'], days)).toMatchObject({ guess: 'local', why: 'no-sign', isPlain: false })
  })

  it('waits for an answer where the export does not name its zone', () => {
    expect(ask(['2027-06-11T07:00:00Z'], ['2027-06-11T00:00:00.000Z'], { isNamed: false })).toMatchObject({
      why: 'days-at-midnight',
      isPlain: false,
    })
  })

  it('knows what was answered', () => {
    expect(ask(['2027-06-11T07:00:00Z'], [], {}, 'utc')).toMatchObject({ guess: 'local', answer: 'utc' })
  })

  it.each([
    ['an offset is written', ['2027-06-11T09:00:00.000+02:00', null], 'Europe/Paris'],
    ['nothing is', ['2027-06-11T09:00:00'], 'Europe/Paris'],
    ['the zone’s clocks are UTC’s', ['2027-01-11T09:00:00Z'], 'Europe/London'],
    ['the time is none', ['2027-13-45T09:00:00Z'], 'Europe/Paris'],
  ])('asks nothing where %s', (_, starts, timeZone) => {
    expect(ask(starts, ['2027-06-11T00:00:00.000Z'], { timeZone })).toBe(null)
  })
})
