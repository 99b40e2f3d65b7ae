import type { SessionKind } from '@/lib/program/session-kinds'

/** Where and when a session is, or is to be. Without a start it is in the tray, on a day. Instants are ISO, UTC. */
export type Place = {
  /** `2026-03-25`, on the conference's clocks. */ dayOn: string
  startAt: string | null
  endAt: string | null
  roomIds: readonly string[]
}

/** A session on the board: one that is not cancelled. */
export type BoardSession = Place & {
  id: string
  /** What its address ends with; of a drawn one nothing yet. */ slug: string
  /** Of a drawn one 0: it gets its number when the draft is published. */ number: number
  title: string
  language: string | null
  kind: SessionKind
  trackId: string | null
  /** The co-located event or block that it is part of. */ parentId: string | null
  speakerIds: readonly string[]
  /** Its own, else its first room's where it is now; null: not known. */ capacity: number | null
}

export type BoardRoom = {
  id: string
  name: string
  zone: string | null
  capacity: number | null
  /** A foyer or an exhibition: several things are in it at once. */ allowsOverlap: boolean
}
export type BoardTrack = { id: string; name: string; /** 1–12. */ color: number }
export type BoardSpeaker = { id: string; name: string; /** When they cannot. */ away: readonly Span[] }
export type Span = { startAt: string; endAt: string }

/** What a session that is drawn on the board begins as. */
export type Drawn = { title: string; kind: SessionKind }

/** Where the draft wants a session. */
export type Move = {
  sessionId: string
  place: Place
  /** Where it was when it was first moved; null: it is drawn, and in no programme yet. */ from: Place | null
  created?: Drawn
  /** Who moved it last; null: somebody without a name, or whose account is gone. */ by: string | null
  /** When. */ at: string
}

/** All that the organizers' board shows of a conference: as it is published, and the draft that they share. */
export type Board = {
  timeZone: string
  /** The days with sessions, in order. */ days: readonly string[]
  rooms: readonly BoardRoom[]
  tracks: readonly BoardTrack[]
  speakers: readonly BoardSpeaker[]
  /** As the public sees them. */ sessions: readonly BoardSession[]
  /** Of the published programme. */ version: number
  /** Its version grows with whatever is moved, given back, discarded or published. */
  draft: { version: number; moves: readonly Move[] }
}

/** The sessions as the draft wants them; those drawn last. A move of a session that is gone moves nothing. */
export function withMoves(sessions: readonly BoardSession[], moves: readonly Move[]): BoardSession[] {
  const places = new Map(moves.map(({ sessionId, place }) => [sessionId, place]))
  const known = new Set(sessions.map(({ id }) => id))
  return [
    ...sessions.map((session) => {
      const place = places.get(session.id)
      return place ? { ...session, ...place } : session
    }),
    ...moves.flatMap((move) => (known.has(move.sessionId) ? [] : drawnBy(move))),
  ]
}

function drawnBy({ sessionId, place, created }: Move): BoardSession[] {
  if (!created) return []
  const nothingYet = {
    slug: '',
    number: 0,
    language: null,
    trackId: null,
    parentId: null,
    speakerIds: [],
    capacity: null,
  }
  return [{ id: sessionId, ...created, ...nothingYet, ...place }]
}

/** What no longer fits of a move: its session is cancelled or deleted, or was moved by somebody else meanwhile. */
export type Misfit = 'gone' | 'moved'

/** What no longer fits of a move, since it was made; null: nothing. @param session as it is published now, if it is */
export function misfitOf({ from, created }: Move, session: BoardSession | undefined): Misfit | null {
  if (created) return null
  if (!session) return 'gone'
  return from && isSamePlace(from, session) ? null : 'moved'
}

/** Is it the same day, time and rooms, in the same order? */
export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.dayOn === other.dayOn &&
    isSameInstant(one.startAt, other.startAt) &&
    isSameInstant(one.endAt, other.endAt) &&
    one.roomIds.length === other.roomIds.length &&
    one.roomIds.every((id, index) => id === other.roomIds[index])
  )
}

function isSameInstant(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other))
}
