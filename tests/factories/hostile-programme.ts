import fc from 'fast-check'
import { exportedProgramme } from '@/lib/feeds/exports/of-program'
import type { ExportedProgramme } from '@/lib/feeds/exports/programme'
import { addDays } from '@/lib/platform/time'
import type { Program, ProgramSession } from '@/lib/program/program'
import { sessionFlags } from '@/lib/program/session-flags'
import { sessionKinds } from '@/lib/program/session-kinds'

/** Whatever a text may hold, and what breaks the formats that it will stand in. */
const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 90 }),
  fc.string({ unit: 'binary', maxLength: 90 }),
  fc.constantFrom(
    ...[']]>', '<b>&amp;</b>', '\u0000\u0008', '\ud800', '\udc00x', '\u202egnp.exe', '\ufffe\uffff', '__proto__', '1'],
    ...['=1+1', '"', ';,\\', '\r\nBEGIN:VEVENT\r\nUID:x\r\n', '\u2028', '\u0085', 'é'.repeat(80), '🎟'.repeat(40), ' '],
  ),
)

const word = fc.stringMatching(/^[A-Z][bcdfgko]{3,8}$/)

/** A name or a text in which no reader sees more than itself. */
export const plainWords = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://x.example/a b?{c}|^`#d#e',
    'http://u:p@h.example/[1]',
    'javascript:alert(1)',
    'http://[::1]/%',
  ),
)
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })

export const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Etc/GMT+5', 'UTC', 'Australia/Lord_Howe']

/** A program whose texts hold anything, as no door of ours would let it in. */
export function hostileProgram(text: fc.Arbitrary<string> = hostileText): fc.Arbitrary<Program> {
  const name = text
  return fc
    .record({
      title: name,
      rooms: fc.array(fc.record({ name, capacity: maybe(fc.integer({ min: 1, max: 9_999 })) }), { maxLength: 3 }),
      tracks: fc.array(name, { maxLength: 3 }),
      colocated: fc.array(name, { maxLength: 2 }),
      speakers: fc.array(fc.record({ name, company: maybe(name), bio: maybe(text) }), { maxLength: 3 }),
      sessions: fc.array(hostileSession(text), { minLength: 1, maxLength: 6 }),
    })
    .map(({ title, rooms, tracks, colocated, speakers, sessions }) => ({
      title,
      siteKey: null,
      timeZone: null,
      language: null,
      rooms: rooms.map((room, at) => ({ ...room, key: `r${at}`, floor: null, capacityKind: 'seats' as const })),
      tracks: tracks.map((name, at) => ({ key: `t${at}`, name })),
      colocatedEvents: colocated.map((name, at) => ({ key: `c${at}`, name })),
      speakers: speakers.map((speaker, at) => ({ ...speaker, key: `s${at}`, tagline: null })),
      sessions: sessions.map(({ roomsAt, trackAt, colocatedAt, speakersAt, ...session }): ProgramSession => ({
        ...session,
        roomKeys: roomsAt.filter((at) => at < rooms.length).map((at) => `r${at}`),
        trackKey: trackAt < tracks.length ? `t${trackAt}` : null,
        colocatedKey: colocatedAt < colocated.length ? `c${colocatedAt}` : null,
        speakerKeys: speakersAt.filter((at) => at < speakers.length).map((at) => `s${at}`),
      })),
    }))
}

function hostileSession(text: fc.Arbitrary<string>) {
  const places = fc.uniqueArray(fc.nat(2), { maxLength: 3 })
  return fc
    .record({
      title: text,
      description: maybe(text),
      kind: fc.constantFrom(...sessionKinds),
      cancelled: fc.boolean(),
      start: fc.nat(4 * 24 * 12),
      length: maybe(fc.nat(200 * 12)),
      isTimed: fc.boolean(),
      roomsAt: places,
      trackAt: fc.nat(3),
      colocatedAt: fc.nat(3),
      speakersAt: places,
      language: fc.constantFrom(null, 'en', 'fr'),
      url: maybe(address),
      capacity: maybe(fc.integer({ min: 1, max: 9_999 })),
      level: maybe(text),
      flags: fc.subarray([...sessionFlags]),
      slidesUrl: maybe(address),
      replayUrl: maybe(address),
    })
    .map(({ start, length, isTimed, ...session }) => {
      const startAt = new Date(Date.parse('2026-10-23T00:00:00Z') + start * 300_000)
      const endAt = length === null ? null : new Date(startAt.getTime() + length * 300_000)
      return {
        ...session,
        sourceId: null,
        rawTitle: session.title,
        dayOn: addDays(startAt.toISOString().slice(0, 10), 0),
        startAt: isTimed ? startAt.toISOString() : null,
        endAt: isTimed ? (endAt?.toISOString() ?? null) : null,
      }
    })
}

/** The same as it leaves Hallway, in some zone, language and at some address. */
export const hostileProgramme: fc.Arbitrary<ExportedProgramme> = fc
  .record({
    program: hostileProgram(),
    timeZone: fc.constantFrom(...zones),
    language: fc.constantFrom('en', 'fr', 'xx'),
    url: maybe(address),
    publicUrl: fc.constantFrom('https://hallway.example', 'http://localhost:3000'),
  })
  .map(({ program, publicUrl, ...conference }) => exportedProgramme(program, conference, publicUrl))
