import type { ExportedProgramme, ExportedSession } from '@/lib/feeds/exports/programme'
import type { Program } from '@/lib/program/program'

/** What a programme says of a session, in names: to hold what left Hallway beside what comes back. */
export type Facts = {
  id: string | null
  title: string
  description: string | null
  kind: string
  cancelled: boolean
  dayOn: string
  startAt: string | null
  endAt: string | null
  rooms: string[]
  track: string | null
  colocated: string | null
  speakers: { name: string; company: string | null; bio: string | null }[]
  language: string | null
  url: string | null
  capacity: number | null
  level: string | null
  flags: readonly string[]
  slidesUrl: string | null
  replayUrl: string | null
}

/** What leaves. */
export function factsSent({ sessions }: ExportedProgramme): Facts[] {
  return sessions.map(factOf)
}

function factOf(session: ExportedSession): Facts {
  const { id, title, description, kind, dayOn, language, url, capacity, level, flags, slidesUrl, replayUrl } = session
  return {
    ...{
      id,
      title,
      description,
      kind,
      cancelled: session.status === 'cancelled',
      dayOn,
      language,
      url,
      capacity,
      level,
    },
    ...{ flags: [...flags].sort(), slidesUrl, replayUrl, colocated: session.colocated },
    startAt: session.startAt?.toISOString() ?? null,
    endAt: session.endAt?.toISOString() ?? null,
    rooms: session.rooms.map(({ name }) => name),
    track: session.track?.name ?? null,
    speakers: session.speakers.map(({ name, company, bio }) => ({ name, company, bio })),
  }
}

/** What comes back. */
export function factsRead({ rooms, tracks, colocatedEvents, speakers, sessions }: Program): Facts[] {
  const nameIn = (parts: { key: string; name: string }[]) => {
    const names = new Map(parts.map(({ key, name }) => [key, name]))
    return (key: string | null) => names.get(key ?? '') ?? null
  }
  const [roomOf, trackOf, colocatedOf] = [nameIn(rooms), nameIn(tracks), nameIn(colocatedEvents)]
  const people = new Map(speakers.map(({ key, name, company, bio }) => [key, { name, company, bio }]))
  return sessions.map(({ sourceId, rawTitle: _, roomKeys, trackKey, colocatedKey, speakerKeys, ...session }) => ({
    ...session,
    id: sourceId,
    rooms: roomKeys.flatMap((key) => roomOf(key) ?? []),
    track: trackOf(trackKey),
    colocated: colocatedOf(colocatedKey),
    speakers: speakerKeys.flatMap((key) => people.get(key) ?? []),
  }))
}

/** By id, so that no order counts. */
export function byId(facts: Facts[]): Facts[] {
  return [...facts].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
}
