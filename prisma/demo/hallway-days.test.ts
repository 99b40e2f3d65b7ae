import { describe, expect, it } from 'vitest'
import { addDays, dateOn, instantOf, timeOf } from '@/lib/platform/time'
import { readProgram } from '@/lib/formats/program-json/program-json'
import { programSchema, type Program } from '@/lib/program/program'
import { hallwayDays } from './hallway-days'

const zone = 'Europe/Paris'
// An ordinary day, the days before and of both changes of clocks, the end of a year, a leap day.
const dates = ['2026-11-23', '2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-12-31', '2028-02-28']

function wallTimes({ sessions }: Program): Record<string, string[]> {
  const wall = (instant: string | null) => (instant === null ? 'to be announced' : timeOf(new Date(instant), zone))
  return Object.fromEntries(sessions.map(({ sourceId, startAt, endAt }) => [sourceId, [wall(startAt), wall(endAt)]]))
}

describe.each(dates)('hallwayDays on %s', (today) => {
  const program = hallwayDays(today)

  it('is a program that the import takes without a problem', () => {
    expect(programSchema.parse(program)).toEqual(program)
    expect(readProgram(JSON.parse(JSON.stringify(program)), '')).toEqual({ program, problems: [] })
  })

  it('keeps ids and wall times', () => {
    expect(wallTimes(program)).toEqual(wallTimes(hallwayDays('2026-06-01')))
  })

  it('takes place today and tomorrow, from midnight to midnight', () => {
    const timed = program.sessions.flatMap(({ startAt, endAt, dayOn }) =>
      startAt && endAt ? [{ startAt: new Date(startAt), endAt: new Date(endAt), dayOn }] : [],
    )
    expect([...new Set(timed.map(({ startAt }) => dateOn(startAt, zone)))]).toEqual([today, addDays(today, 1)])
    expect(
      timed.every(
        ({ startAt, endAt, dayOn }) =>
          dateOn(startAt, zone) === dayOn && dateOn(new Date(endAt.getTime() - 1), zone) === dayOn,
      ),
    ).toBe(true)
    for (const day of [today, addDays(today, 1)]) {
      const hours = timed.filter(({ dayOn }) => dayOn === day)
      const [first, last] = [
        Math.min(...hours.map(({ startAt }) => startAt.getTime())),
        Math.max(...hours.map(({ endAt }) => endAt.getTime())),
      ]
      expect([first, last].map((at) => new Date(at))).toEqual([
        instantOf(`${day}T00:00`, zone),
        instantOf(`${addDays(day, 1)}T00:00`, zone),
      ])
    }
  })
})

describe('hallwayDays', () => {
  const { sessions, rooms, speakers } = hallwayDays('2026-11-23')

  it('always has something on besides the cloakroom', () => {
    const open = sessions.filter(
      ({ kind, cancelled, sourceId }) => kind !== 'container' && !cancelled && !sourceId?.includes('cloakroom'),
    )
    const silent = ['2026-11-23', '2026-11-24'].flatMap((day) =>
      Array.from({ length: 96 }, (_, quarter) => Date.parse(`${day}T00:00:00+01:00`) + quarter * 15 * 60_000).filter(
        (at) =>
          !open.some(({ startAt, endAt }) => startAt && endAt && Date.parse(startAt) <= at && at < Date.parse(endAt)),
      ),
    )
    expect(silent.map((at) => new Date(at).toISOString())).toEqual([])
  })

  it('shows every state that a screen must be able to show', () => {
    const has = {
      kinds: [...new Set(sessions.map(({ kind }) => kind))].sort(),
      languages: [...new Set(sessions.map(({ language }) => language))].sort(),
      'to be announced': sessions.filter(({ startAt }) => startAt === null).length,
      cancelled: sessions.filter(({ cancelled }) => cancelled).length,
      'two rooms': sessions.some(({ roomKeys }) => roomKeys.length > 1),
      'long titles': sessions.filter(({ title }) => title.length >= 150).length,
      headsets: rooms.filter(({ capacityKind }) => capacityKind === 'headsets').length,
      'no capacity': rooms.filter(({ capacity }) => capacity === null).length,
      'right-to-left names': speakers.filter(({ name }) => /[\u0590-\u06ff]/.test(name)).length,
      'without a description': sessions.filter(({ description }) => !description).length,
    }
    expect(has).toEqual({
      kinds: ['break', 'container', 'keynote', 'lightning', 'panel', 'service', 'talk', 'workshop'],
      languages: ['en', 'fr'],
      'to be announced': 1,
      cancelled: 1,
      'two rooms': true,
      'long titles': 2,
      headsets: 2,
      'no capacity': 1,
      'right-to-left names': 2,
      'without a description': 0,
    })
  })
})
