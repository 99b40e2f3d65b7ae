import type { AgendaWalk } from '@/lib/program/agenda'
import type { SessionKind } from '@/lib/program/session-kinds'
import { placesTogether } from '@/lib/rooms/places-together'

/** Where and when a session is, or is to be. Without a start it is in the tray, on a day. Instants are ISO, UTC. */
export type BoardPlace = {
  /** `2026-03-25`, on the conference's clocks. */ dayOn: string
  startAt: string | null
  endAt: string | null
  roomIds: readonly string[]
}

/** A session on the board: one that is not cancelled. */
export type BoardSession = BoardPlace & {
  id: string
  /** What its address ends with; of a drawn one nothing yet. */ slug: string
  /** Of a drawn one 0: it gets its number when the draft is published. */ number: number
  title: string
  language: string | null
  kind: SessionKind
  trackId: string | null
  /** The co-located event or block that it is part of. */ parentId: string | null
  speakerIds: readonly string[]
  /** Its own; null: as many as its room takes (capacityOf). */ capacity: number | null
}

export type BoardRoom = {
  id: string
  name: string
  zone: string | null
  floor: string | null
  capacity: number | null
  /** A foyer or an exhibition: several things are in it at once. */ allowsOverlap: boolean
}
export type BoardTrack = { id: string; name: string; /** 1–12. */ color: number }
export type BoardSpeaker = { id: string; name: string; /** When they cannot. */ away: readonly Span[] }
export type Span = { startAt: string; endAt: string }

/** What a session that is drawn on the board begins as. */
export type DrawnSession = { title: string; kind: SessionKind }

/** Where the draft wants a session. */
export type BoardMove = {
  sessionId: string
  /** Of its session, be that gone. */ title: string
  place: BoardPlace
  /** Where it was published when it was moved; null: it is drawn, and in no programme yet. */ from: BoardPlace | null
  created?: DrawnSession
  /** When. */ at: string
} & BoardAuthor

/** Who moved a session. */
export type BoardAuthor = {
  /** Null: somebody whose account is gone. */ userId: string | null
  /** Their name, else the part of their address before the @; null: their account is gone. */ by: string | null
}

/** What organizers share on their board. */
export type BoardDraft = {
  /** Grows with whatever is moved, given back, discarded, brought back or published, and each warning ignored. */
  version: number
  moves: readonly BoardMove[]
  /** Keys of the warnings that somebody has seen and does not want to be told again. */ ignored: readonly string[]
}

/** That the draft is published by itself at a time, as it is then. */
export type PlannedDraft = {
  /** ISO, UTC. */ dueAt: string
  note: string | null
  /** Alerts are held back from then on. */ isSilent: boolean
  /** Who planned it. */ author: BoardAuthor
  /** What came of it, until somebody has seen that; null: it is to come. */
  ended: EndedPlan | null
}

/**
 * How a planned release ends: published; or not, for the draft was empty, nothing in it fitted, nothing would have been
 * other, or whoever planned it may no longer publish; or called off.
 */
export const planEndings = ['published', 'empty', 'unfit', 'unchanged', 'not-allowed', 'called-off'] as const
export type PlanEnding = (typeof planEndings)[number]
export type EndedPlan = {
  how: PlanEnding
  /** Of the release; null: nothing was published. */ number: number | null
  left: readonly LeftMove[]
  /** Who called it off. */ by: BoardAuthor | null
}

/** What a planned release left: a session that is gone, one that the programme itself moved meanwhile, or all of it. */
export type LeftMove = { title: string; why: Misfit }

/** All that the organizers' board shows of a conference: as it is published, and the draft that they share. */
export type Board = {
  timeZone: string
  /** The days with sessions, in order. */ days: readonly string[]
  rooms: readonly BoardRoom[]
  tracks: readonly BoardTrack[]
  speakers: readonly BoardSpeaker[]
  /** Minutes on foot that were measured. */ walks: readonly AgendaWalk[]
  /** As the public sees them. */ sessions: readonly BoardSession[]
  /** Which of them whoever looks may move, without publishing it; null: all. */ mine: readonly string[] | null
  /** Of the published programme. */ version: number
  draft: BoardDraft
  /** When the draft is published by itself, or what came of that. */ planned: PlannedDraft | null
}

/** The sessions as the draft wants them; those drawn last. A move of a session that is gone moves nothing. */
export function withMoves(sessions: readonly BoardSession[], moves: readonly BoardMove[]): BoardSession[] {
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

function drawnBy({ sessionId, place, created }: BoardMove): BoardSession[] {
  return created ? [newBoardSession(sessionId, created, place)] : []
}

/** A session that is drawn: of what else a session is it has nothing yet. */
export function newBoardSession(id: string, created: DrawnSession, place: BoardPlace): BoardSession {
  const nothingYet = {
    slug: '',
    number: 0,
    language: null,
    trackId: null,
    parentId: null,
    speakerIds: [],
    capacity: null,
  }
  return { id, ...created, ...nothingYet, ...place }
}

/** What no longer fits of a move: its session is cancelled or deleted, or was moved by somebody else meanwhile. */
export type Misfit = 'gone' | 'moved'

/** What no longer fits of a move, since it was made; null: nothing. @param session as it is published now, if it is */
export function misfitOf({ from, place, created }: BoardMove, session: BoardSession | undefined): Misfit | null {
  if (created) return null
  if (!session) return 'gone'
  return (from && isSamePlace(from, session)) || isSamePlace(place, session) ? null : 'moved'
}

/** Where and when a session is, without what else it is. */
export function boardPlaceOf({ dayOn, startAt, endAt, roomIds }: BoardPlace): BoardPlace {
  return { dayOn, startAt, endAt, roomIds }
}

/** How many a session takes: its own number, else what its rooms hold together; null: not known. */
export function capacityOf(
  session: Pick<BoardSession, 'capacity' | 'roomIds'>,
  rooms: ReadonlyMap<string, Pick<BoardRoom, 'capacity'>>,
): number | null {
  return placesTogether(
    session.capacity,
    session.roomIds.map((id) => rooms.get(id) ?? { capacity: null }),
  )
}

/** Is it the same day, time and rooms? Their order moves nobody. */
export function isSamePlace(one: BoardPlace, other: BoardPlace): boolean {
  return (
    one.dayOn === other.dayOn &&
    isSameInstant(one.startAt, other.startAt) &&
    isSameInstant(one.endAt, other.endAt) &&
    new Set(one.roomIds).size === new Set(other.roomIds).size &&
    one.roomIds.every((id) => other.roomIds.includes(id))
  )
}

function isSameInstant(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other))
}
