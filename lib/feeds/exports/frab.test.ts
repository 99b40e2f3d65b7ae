import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoConferences } from '@/prisma/demo/load'
import { hostileProgramme } from '@/tests/factories/hostile-programme'
import { aProgram } from '@/tests/factories/program'
import { faultsByXsd, jsonChecker, schemasFolder } from '@/scripts/frab/c3voc-schemas'
import { faultsOfJson, faultsOfXml } from '@/scripts/frab/frab-contract'
import { writeFrabJson } from './frab-json'
import { writeFrabXml } from './frab-xml'
import { exportedProgramme } from './of-program'

const HOME = 'https://hallway.example'
const demo = demoConferences(new Date('2026-03-24T09:00:00Z')).flatMap(({ sources, timeZone, language, venue }) =>
  sources.map(({ program }) => exportedProgramme(program, { timeZone, language, venue }, HOME)),
)

it('keeps what the schemas demand, for every demo conference', () => {
  expect(demo.map((programme) => faultsOfXml(writeFrabXml(programme) ?? ''))).toEqual(demo.map(() => []))
  expect(demo.map((programme) => faultsOfJson(writeFrabJson(programme) ?? '{}'))).toEqual(demo.map(() => []))
})

it('keeps it whatever a programme holds', () => {
  fc.assert(
    fc.property(hostileProgramme, (programme) => {
      expect([faultsOfXml(writeFrabXml(programme) ?? ''), faultsOfJson(writeFrabJson(programme) ?? '{}')]).toEqual([
        [],
        [],
      ])
    }),
    { numRuns: 150 },
  )
})

// The schemas have no licence: scripts/frab/c3voc-schemas.ts says where they are and how to name their folder.
describe.skipIf(!schemasFolder)('by the schemas of the C3VOC', () => {
  const folder = schemasFolder ?? ''
  const xml = (programmes: typeof demo) => programmes.map((programme) => writeFrabXml(programme) ?? '')
  const json = (programmes: typeof demo) => programmes.map((programme) => writeFrabJson(programme) ?? '{}')

  it('is valid for every demo conference, and for whatever a programme holds', async () => {
    const all = [...demo, ...fc.sample(hostileProgramme, { numRuns: 300, seed: 7 })]
    expect(await faultsByXsd(folder, xml(all))).toEqual([])
    expect(json(all).flatMap(jsonChecker(folder))).toEqual([])
  })

  it('is not where something is missing', async () => {
    const [text = ''] = xml(demo)
    expect(await faultsByXsd(folder, [text.replace(/<type>.*?<\/type>/, '')])).not.toEqual([])
    expect(await faultsByXsd(folder, [text.replace(/ code="\w+"/, ' code="short"')])).not.toEqual([])
    expect(jsonChecker(folder)(json(demo)[0]?.replace(/"guid":"[^"]*"/, '"guid":"none"') ?? '{}')).not.toEqual([])
  })
})

const oneSession = (given: Parameters<typeof aProgram>[0][number]) =>
  exportedProgramme(
    aProgram([{ title: 'Tides & <currents>', rooms: ['Pier', 'Dome'], speakers: ['Ada Brook, Sea'], ...given }]),
    { timeZone: 'Europe/Paris', acronym: 'tides', slug: 'tides' },
    HOME,
  )

it('writes an event for each room of a session, the first under its own id', () => {
  const { schedule } = JSON.parse(
    writeFrabJson(oneSession({ slidesUrl: 'https://slides.example/a b', cancelled: true })) ?? '',
  )
  const { id } = oneSession({}).sessions[0] ?? {}
  const [day] = schedule.conference.days
  expect([day.date, day.day_start, day.day_end]).toEqual([
    '2026-03-24',
    '2026-03-24T04:00:00+01:00',
    '2026-03-25T03:59:00+01:00',
  ])
  const [pier, dome] = [day.rooms.Pier[0], day.rooms.Dome[0]]
  expect(pier).toMatchObject({
    ...{ id: 1, guid: id, code: '000001', slug: 'tides-1-tides-currents', room: 'Pier' },
    ...{ title: 'Cancelled: Tides & <currents>', date: '2026-03-24T09:00:00+01:00', start: '09:00', duration: '01:00' },
    url: `${HOME}/c/tides/sessions/1-tides-currents`,
    attachments: [{ url: 'https://slides.example/a%20b', title: 'Slides', type: 'slides' }],
  })
  expect([dome.id, dome.code, dome.slug, dome.room]).toEqual([1_000_001, '00LFLT', 'tides-1-tides-currents-2', 'Dome'])
  expect(dome.guid).not.toBe(pier.guid)
})

it('makes a day as long as its last start, and leaves out what has no time', () => {
  const late = oneSession({ startAt: '2026-03-25T04:30:00.000Z', endAt: '2026-03-25T06:00:00.000Z' })
  expect(writeFrabXml(late)).toContain(
    '<day index="1" date="2026-03-24" start="2026-03-24T04:00:00+01:00" end="2026-03-25T05:30:00+01:00">',
  )
  const untimed = JSON.parse(writeFrabJson(oneSession({ startAt: null, endAt: null })) ?? '').schedule.conference
  expect([untimed.daysCount, untimed.days[0].rooms]).toEqual([1, {}])
  expect([writeFrabXml, writeFrabJson].map((write) => write({ ...late, days: [], sessions: [] }))).toEqual([null, null])
})
