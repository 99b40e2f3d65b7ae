import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findAdapter } from '../registry'
import { frabJson } from './frab-json'

const file = (text: string) => ({ name: 'schedule.json', bytes: new TextEncoder().encode(text) })
const parse = (text: string) => frabJson.parse([file(text)], { timeZone: 'Europe/Athens' })

function schedule(days: unknown, more: object = {}): string {
  return JSON.stringify({ schedule: { conference: { acronym: 'isle', title: 'Isle', days, ...more } } })
}
const inHall = (...events: unknown[]) => schedule([{ date: '2027-08-20', rooms: { Hall: events } }])

describe('frabJson', () => {
  it('is a schedule with a conference and its days, and nothing else', () => {
    const others = ['{"schedule":{}}', '{"schedule":{"conference":{}}}', '{"conference":{"days":[]}}', '[]', '']
    expect(findAdapter([file(schedule([]))])?.format).toBe('frab-json')
    expect(others.map((text) => frabJson.recognises([file(text)]))).toEqual([false, false, false, false, false])
  })

  it.each([
    ['{"schedule": {"conference": {"days": [}', 'schedule.json not-json'],
    ['{"schedule": {"conference": {\n"title": "I", "days": [', 'schedule.json, line 2 file-cut-short'],
    [`{"schedule":{"conference":{"days":${'['.repeat(10_000)}${']'.repeat(10_000)}}}}`, 'schedule.json json-too-deep'],
  ])('says what is wrong with %.40s', (text, said) => {
    expect(frabJson.recognises([file(text)])).toBe(true)
    expect(parse(text)).toMatchObject({ program: { sessions: [] } })
    expect(parse(text).problems.map(({ path, code }) => `${path} ${code}`)).toEqual([said])
  })

  it('asks for a zone that the offsets belie, and takes one that they confirm', () => {
    const zoned = (name: string) =>
      schedule([{ date: '2027-08-20', rooms: { Hall: [{ title: 'A', date: '2027-08-20T10:00:00+03:00' }] } }], {
        time_zone_name: name,
      })
    expect(['UTC', 'Europe/Athens'].map((name) => frabJson.inspect([file(zoned(name))]))).toEqual([
      { title: 'Isle', siteKey: 'isle', timeZone: null },
      { title: 'Isle', siteKey: 'isle', timeZone: 'Europe/Athens' },
    ])
  })

  it('reads a start without a date under its day, in the zone', () => {
    const [session] = parse(inHall({ id: 3, title: 'Ferry', start: '10:00', duration: '0:45' })).program.sessions
    expect(session).toMatchObject({
      sourceId: '3',
      dayOn: '2027-08-20',
      startAt: '2027-08-20T07:00:00.000Z',
      endAt: '2027-08-20T07:45:00.000Z',
    })
  })

  it('reads no more events than a programme holds, and says so', () => {
    const date = '2027-08-20T10:00:00+03:00'
    const many = Array.from({ length: 10_002 }, (_, id) => ({ id, title: `T${id}`, date, duration: '1:00' }))
    const { program, problems } = parse(inHall(...many))
    expect(program.sessions.length).toBe(10_000)
    expect(problems).toEqual([
      {
        severity: 'error',
        path: 'schedule.conference.days[0].rooms.Hall[10000]',
        code: 'too-many-sessions',
        detail: '> 10000',
      },
    ])
  })

  it('lets nothing private in', () => {
    const names = ['version-1.json', 'version-2.json']
    const files = names.map((name) => ({
      name,
      bytes: readFileSync(new URL(`../fixtures/frab-json/${name}`, import.meta.url)),
    }))
    expect(JSON.stringify(frabJson.parse(files, { timeZone: 'UTC' }))).not.toMatch(/@example\.org|vegan|private|record/)
  })
})
