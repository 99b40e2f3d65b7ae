import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAdapter } from '@/lib/formats/registry'
import { dateOn, HOUR_MS } from '@/lib/platform/time'
import { demoConferences } from '@/prisma/demo/load'
import { hostileProgram, plainWords, zones } from '@/tests/factories/hostile-programme'
import { byId, factsRead, factsSent, type Facts } from '@/tests/feeds/facts'
import { writeFrabJson } from './frab-json'
import { writeFrabXml } from './frab-xml'
import { exportedProgramme } from './of-program'
import type { ExportedProgramme, ExportedSession } from './programme'
import { writeTable } from './table'

const HOME = 'https://hallway.example'
const demo = demoConferences(new Date('2026-03-24T09:00:00Z')).flatMap(({ slug, sources, timeZone, language, venue }) =>
  sources.map(
    ({ name, program }) =>
      [`${slug}, ${name}`, exportedProgramme(program, { timeZone, language, venue }, HOME)] as const,
  ),
)

function readBack(text: string | null, { conference: { timeZone } }: ExportedProgramme) {
  const files = [{ name: 'file', bytes: new TextEncoder().encode(text ?? '') }]
  const adapter = findAdapter(files)
  if (!adapter) throw new Error('No adapter knows this file')
  return { format: adapter.format, program: adapter.parse(files, { timeZone }).program }
}

/** A description that holds tags is read as HTML. */
function withoutTags<Said extends { description: string | null }>(fact: Said): Said {
  return { ...fact, description: fact.description?.replace(/<\/?b>/g, '') ?? null }
}

/** What docs/feeds.md says of the frab family: a session in each of its rooms, what has a time, and less of each. */
function asFrab(programme: ExportedProgramme, hasBios: boolean): Facts[] {
  const sent = factsSent(programme)
  return programme.sessions.flatMap((session, index) => {
    const fact = sent[index]
    if (!fact || session.startAt === null) return []
    return placesOf(session).map((rooms, at) => ({
      ...withoutTags(fact),
      ...{ id: at === 0 ? fact.id : null, rooms, colocated: null, capacity: null, level: null, flags: [] },
      kind: kindOf(session),
      endAt: session.endAt && session.startAt && session.endAt > session.startAt ? fact.endAt : null,
      url: `${HOME}/c/conference/sessions/${session.slug}`,
      speakers: fact.speakers.map(({ name, bio }) => ({ name, company: null, bio: hasBios ? bio : null })),
    }))
  })
}

function placesOf({ rooms }: ExportedSession): string[][] {
  return rooms.length > 0 ? rooms.map(({ name }) => [name]) : [[]]
}

/** Nobody presents a break. */
function kindOf({ kind, speakers }: ExportedSession) {
  return speakers.length > 0 && (kind === 'break' || kind === 'service') ? 'talk' : kind
}

/** Without the ids that were made for further rooms; in an order of their own. */
function known(facts: Facts[], { sessions }: ExportedProgramme): string[] {
  const ids = new Set<string | null>(sessions.map(({ id }) => id))
  return facts
    .map((fact) => JSON.stringify(Object.entries({ ...fact, id: ids.has(fact.id) ? fact.id : null }).sort()))
    .sort()
}

describe.each(demo)('%s', (_, programme) => {
  it.each([
    ['frab-xml', writeFrabXml, false],
    ['frab-json', writeFrabJson, true],
  ] as const)('comes back from its %s', (format, write, hasBios) => {
    const back = readBack(write(programme), programme)
    expect(back.format).toBe(format)
    expect(known(factsRead(back.program), programme)).toEqual(known(asFrab(programme, hasBios), programme))
  })

  it('comes back from its table', () => {
    const back = readBack(writeTable(programme), programme)
    expect(back.format).toBe('csv')
    expect(byId(factsRead(back.program))).toEqual(byId(asTable(factsSent(programme))))
  })
})

const marks = /^\[SOLD OUT\] | \| (?:SEPARATE REGISTRATIONS?|ALL ACCESS PASS) REQUIRED$/g

/**
 * Marks in a title are flags, " | " separates companies and ";" rooms; a number that all sessions of a room have is the
 * room's.
 */
function asTable(facts: Facts[]): Facts[] {
  const numbersOf = (room: string) =>
    new Set(facts.filter(({ rooms }) => rooms.includes(room)).flatMap(({ capacity }) => capacity ?? []))
  const isOfRoom = (room: string) => numbersOf(room).size === 1
  return facts.map((fact) => ({
    ...withoutTags(fact),
    title: fact.title.replaceAll(marks, ''),
    flags: [...new Set([...fact.flags, ...flagsIn(fact.title)])].sort(),
    rooms: fact.rooms.map((room) => room.replaceAll(';', ',')),
    speakers: fact.speakers.map(({ name, company }) => ({
      ...{ name, bio: null },
      company: company?.includes(' | ') ? null : company,
    })),
    capacity: fact.rooms.length > 0 && fact.rooms.every(isOfRoom) ? null : fact.capacity,
  }))
}

function flagsIn(title: string): string[] {
  return [
    ...(title.startsWith('[SOLD OUT]') ? ['sold-out'] : []),
    ...(/ REQUIRED$/.test(title) ? ['separate-registration'] : []),
  ]
}

const plainProgramme = fc
  .record({ program: hostileProgram(plainWords), timeZone: fc.constantFrom(...zones) })
  .map(({ program, timeZone }) => {
    const sessions = program.sessions.map((session) => ({
      ...session,
      dayOn: session.startAt === null ? session.dayOn : dateOn(new Date(session.startAt), timeZone),
      endAt: isLong(session) ? null : session.endAt,
      ...{ url: null, slidesUrl: null, replayUrl: null },
    }))
    return exportedProgramme({ ...program, sessions }, { timeZone }, HOME)
  })

/** frab has two digits for hours. */
function isLong({ startAt, endAt }: { startAt: string | null; endAt: string | null }): boolean {
  return Date.parse(endAt ?? '') - Date.parse(startAt ?? '') > 99 * HOUR_MS
}

it.each([
  ['xml', writeFrabXml, false],
  ['json', writeFrabJson, true],
] as const)('comes back from its %s, whatever is in the programme', (_, write, hasBios) => {
  fc.assert(
    fc.property(plainProgramme, (programme) => {
      const { program } = readBack(write(programme), programme)
      expect(known(factsRead(program), programme)).toEqual(known(asFrab(programme, hasBios), programme))
    }),
    { numRuns: 100 },
  )
})
