import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import messages from '@/lib/i18n/messages/en.json'
import { programSchema } from '@/lib/program/program'
import { parseFiles } from './parse'
import { adapters } from './registry'

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url))
const known = new Map(Object.entries(messages.problems.code))

function samplesOf(format: string): Uint8Array[] {
  const files = readdirSync(join(fixtures, format), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(fixtures, format, name),
  )
  return files
    .filter((path) => statSync(path).isFile() && !/\.(expected|options)\.json$|xlsx$/.test(path))
    .map((path) => readFileSync(path))
}

// What breaks readers: cut, repeated and swapped pieces, and words of the formats where they do not belong.
const words = [
  'RRULE:FREQ=DAILY',
  'RRULE:FREQ=SECONDLY;COUNT=999999999',
  'DTSTART;TZID=:x',
  'DTSTART:99999999T999999Z',
  'BEGIN:VEVENT',
  'END:VCALENDAR',
  'BEGIN:VTIMEZONE\r\nTZID:x\r\n',
  'EXDATE:',
  'RECURRENCE-ID;RANGE=X:1',
  'DURATION:P',
  '\r\n ',
  '\\',
  ';;;;',
  '"',
  '""',
  ',,,,',
  '\t',
  '25:00',
  '99:99',
  '7/5/2027 0:00',
  '0000-00-00',
  '32.13.2027',
  '99999',
  '1e9',
  '\u0000',
  '\ud800',
  '\u202e',
  '<b>',
  '&#x110000;',
  '</room>',
  '<event>',
  '<![CDATA[',
  '<!DOCTYPE x [',
  '"days": {}',
  '{',
  '}',
  '[[',
  'null',
  '-1',
  '1e999',
  '"startsAt": 5',
  '"id": {}',
  '__proto__',
]

function mangled(samples: Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const cut = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    put: fc.oneof(
      fc.constantFrom(...words).map((word) => Buffer.from(word)),
      fc.uint8Array({ maxLength: 4 }),
    ),
  })
  return fc.tuple(fc.constantFrom(...samples), fc.array(cut, { minLength: 1, maxLength: 8 })).map(([sample, cuts]) =>
    cuts.reduce<Uint8Array>((bytes, { at, length, put }) => {
      const from = Math.floor(at * bytes.length)
      return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length)])
    }, sample),
  )
}

describe.each(adapters.map(({ format }) => format))('%s', (format) => {
  it('reads anything without failing, and every problem says where and what', () => {
    fc.assert(
      fc.property(mangled(samplesOf(format)), (bytes) => {
        const parsed = parseFiles([{ name: 'file', bytes }], { format, timeZone: 'Europe/Paris' })
        for (const { path, code } of parsed.problems)
          expect([code, known.has(code), path !== '' || code === 'more-of-the-same']).toEqual([code, true, true])
        if (!parsed.ok) return
        expect(programSchema.safeParse(parsed.program).error?.issues).toBeUndefined()
        if (parsed.program.sessions.length === 0) expect(parsed.problems).not.toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
