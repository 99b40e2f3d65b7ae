import type { Program, ProgramSession } from '@/lib/program/program'
import type { Snapshot } from '@/lib/program/snapshot'

/** What a source says of a talk of one hour on 24 March, 9:00 in Paris, but for what is given. */
export function aSnapshot(given: Partial<Snapshot> = {}): Snapshot {
  return {
    title: 'A talk',
    rawTitle: given.title ?? 'A talk',
    description: null,
    kind: 'talk',
    dayOn: '2026-03-24',
    startAt: '2026-03-24T08:00:00.000Z',
    endAt: '2026-03-24T09:00:00.000Z',
    rooms: ['Hall A'],
    track: null,
    colocated: null,
    speakers: [],
    language: null,
    url: null,
    capacity: null,
    cancelled: false,
    level: null,
    flags: [],
    slidesUrl: null,
    replayUrl: null,
    ...given,
  }
}

/** A session of a program, in terms of the names that a person would write: "Ann Lee, Acme". */
type SessionText = Partial<Omit<ProgramSession, 'roomKeys' | 'trackKey' | 'colocatedKey' | 'speakerKeys'>> & {
  rooms?: string[]
  track?: string
  colocated?: string
  speakers?: string[]
}

/** A program of these sessions with the rooms, tracks, co-located events and speakers that they name. */
export function aProgram(sessions: SessionText[], given: Partial<Program> = {}): Program {
  const named = (names: (string | undefined)[]) => [...new Set(names.filter((name) => name !== undefined))]
  return {
    title: 'A conference',
    siteKey: 'site',
    timeZone: null,
    language: null,
    rooms: named(sessions.flatMap(({ rooms = [] }) => rooms)).map((name) => ({
      key: name.toLowerCase(),
      name,
      floor: null,
      capacity: null,
      capacityKind: 'seats',
    })),
    tracks: named(sessions.map(({ track }) => track)).map((name) => ({ key: name.toLowerCase(), name })),
    colocatedEvents: named(sessions.map(({ colocated }) => colocated)).map((name) => ({
      key: name.toLowerCase(),
      name,
    })),
    speakers: named(sessions.flatMap(({ speakers = [] }) => speakers)).map((person) => {
      const [name = '', company = null] = person.split(', ')
      return { key: personKey(person), name, company, tagline: null, bio: null }
    }),
    sessions: sessions.map(({ rooms = [], track, colocated, speakers = [], ...session }) => ({
      sourceId: session.title ?? null,
      title: 'A talk',
      rawTitle: session.title ?? 'A talk',
      description: null,
      kind: 'talk',
      cancelled: false,
      dayOn: '2026-03-24',
      startAt: '2026-03-24T08:00:00.000Z',
      endAt: '2026-03-24T09:00:00.000Z',
      language: null,
      url: null,
      capacity: null,
      level: null,
      flags: [],
      slidesUrl: null,
      replayUrl: null,
      ...session,
      roomKeys: rooms.map((name) => name.toLowerCase()),
      trackKey: track?.toLowerCase() ?? null,
      colocatedKey: colocated?.toLowerCase() ?? null,
      speakerKeys: speakers.map(personKey),
    })),
    ...given,
  }
}

function personKey(person: string): string {
  const [name = '', company = ''] = person.split(', ')
  return `${name}|${company}`.toLowerCase()
}
