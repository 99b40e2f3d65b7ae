import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { hostileProgramme } from '@/tests/factories/hostile-programme'
import { aProgram } from '@/tests/factories/program'
import { exportedProgramme } from './of-program'
import { writeTable } from './table'

const sessions = [
  {
    title: '=HYPERLINK("https://x.example")',
    rooms: ['Dome'],
    speakers: ['Ada Brook, Sea; Inc', 'Bo Lind'],
    description: 'Two\nlines, "quoted"',
    flags: ['sold-out' as const],
  },
  { title: 'Later', startAt: null, endAt: null, kind: 'workshop' as const, cancelled: true, capacity: 12 },
]

it('writes a row for each session, in wall times, none of it a formula', () => {
  const text = writeTable(
    exportedProgramme(aProgram(sessions), { timeZone: 'Europe/Paris' }, 'https://hallway.example'),
  )
  expect(text.startsWith('\ufeffID,Title,Day,Start,End,Room,Track,Kind,')).toBe(true)
  const [first, second, ...more] = Papa.parse<Record<string, string>>(text.slice(1).trim(), { header: true }).data
  expect(first).toMatchObject({
    ...{ Title: '\'=HYPERLINK("https://x.example")', Day: '2026-03-24', Start: '2026-03-24 09:00', Room: 'Dome' },
    ...{
      Speakers: 'Ada Brook; Bo Lind',
      Company: 'Sea, Inc; ',
      Description: 'Two\nlines, "quoted"',
      'Sold out': 'yes',
    },
  })
  expect(second).toMatchObject({ Start: '', End: '', Kind: 'workshop', Status: 'cancelled', Capacity: '12' })
  expect(more).toEqual([])
})

it('has as many rows and columns whatever a programme holds', () => {
  fc.assert(
    fc.property(hostileProgramme, (programme) => {
      const { data, errors } = Papa.parse<string[]>(writeTable(programme).slice(1, -2))
      expect([errors, new Set(data.map((row) => row.length))]).toEqual([[], new Set([21])])
      expect(data).toHaveLength(programme.sessions.length + 1)
      expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    }),
    { numRuns: 100 },
  )
})
