import { createHash } from 'node:crypto'
import { settleBidi, settleLines } from '@/lib/platform/bidi'
import { randomUuidOf } from '@/lib/platform/ids/uuid'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import type { Program, ProgramSession } from '@/lib/program/program'
import type { ExportedProgramme, ExportedSession } from './programme'

type Conference = Partial<ExportedProgramme['conference']> & { timeZone: string }

/**
 * A program that no database holds, as it would leave Hallway: for checks of files and tests. Its ids are made of its
 * keys and are the same each time; session numbers are those of its order.
 */
export function exportedProgramme(program: Program, conference: Conference, publicUrl: string): ExportedProgramme {
  const rooms = new Map(named(program.rooms, 'room').map((room) => [room.key, { ...room, capacity: room.capacity }]))
  const tracks = new Map(named(program.tracks, 'track').map((track) => [track.key, track]))
  const colocated = new Map(program.colocatedEvents.map(({ key, name }) => [key, settleBidi(name)]))
  const speakers = new Map(named(program.speakers, 'speaker').map((speaker) => [speaker.key, speaker]))
  const known = <Part>(parts: ReadonlyMap<string, Part>, keys: readonly string[]) =>
    keys.flatMap((key) => parts.get(key) ?? [])
  const sessions = program.sessions.map((session, index): ExportedSession => ({
    ...factsOf(session, index + 1),
    rooms: known(rooms, session.roomKeys),
    track: tracks.get(session.trackKey ?? '') ?? null,
    colocated: colocated.get(session.colocatedKey ?? '') ?? null,
    speakers: known(speakers, session.speakerKeys),
  }))
  const title = settleBidi(program.title ?? 'Conference')
  return {
    conference: {
      slug: 'conference',
      name: title,
      acronym: 'conference',
      language: 'en',
      venue: null,
      url: null,
      version: 1,
      ...conference,
    },
    publicUrl,
    days: [...new Set(sessions.map(({ dayOn }) => dayOn))].sort(),
    rooms: [...rooms.values()],
    tracks: [...tracks.values()],
    sessions,
  }
}

function factsOf(session: ProgramSession, number: number) {
  const { description, kind, cancelled, dayOn, startAt, endAt } = session
  const { language, capacity, level, flags, url, slidesUrl, replayUrl } = session
  return {
    id: idOf(`session ${number}`),
    number,
    slug: `${number}-${slugify(session.title, 'session')}`,
    title: settleBidi(session.title),
    description: settleLines(description ?? '') || null,
    status: cancelled ? ('cancelled' as const) : ('confirmed' as const),
    startAt: startAt === null ? null : new Date(startAt),
    endAt: endAt === null ? null : new Date(endAt),
    ...{ kind, dayOn, language, capacity, level, flags, url, slidesUrl, replayUrl },
  }
}

/** With an id and a slug of its own each. */
function named<Part extends { key: string; name: string }>(parts: readonly Part[], kind: string) {
  const taken = new Set<string>()
  return parts.map((part) => {
    const slug = uniqueSlug(slugify(part.name, kind), taken)
    taken.add(slug)
    return { ...part, id: idOf(`${kind} ${part.key}`), slug, name: settleBidi(part.name) }
  })
}

function idOf(key: string): string {
  return randomUuidOf(
    [...createHash('sha256').update(key).digest('hex').slice(0, 32)].map((digit) => Number.parseInt(digit, 16)),
  )
}
