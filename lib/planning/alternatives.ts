import { MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { fold } from './fold'
import type { PickRank, Picks } from './schema'
import { timeSpanOf } from './time-span'
import { passageBetween } from './walking'

/** What begins up to so long before the slot can still be joined. */
const JOINABLE_MINUTES = 10
/** From here on a room is as good as full. */
const FULL = 0.95

/** How full a session's room is, 0–1; null: nobody knows; closed: nobody gets in. */
export type Fullness = number | 'closed' | null

export type Reason = 'planB' | 'track' | 'colocated' | 'speakers' | 'words' | 'full'

export type Alternative = {
  session: AgendaSession
  /** Why it stands where it does, in this order. */ reasons: Reason[]
}

export type WantedSlot = {
  /** Milliseconds since 1970. */
  start: number
  end: number
  /** The session whose slot it is; it is no alternative to itself. */
  instead?: AgendaSession
  /** Where I come from, and when I am free to leave; absent: nowhere. */
  from?: { rooms: readonly AgendaRoom[]; at: number }
}

/**
 * What else is on in a slot and can be reached, the likeliest wish first: my plan B, the track and co-located event of
 * what it stands in for, speakers and words that my picks have, too. Hidden and cancelled sessions, first choices,
 * breaks, services, containers and closed rooms are not offered; full rooms come last.
 */
export function findAlternatives(
  agenda: Agenda,
  picks: Picks,
  slot: WantedSlot,
  fullnessOf: (sessionId: string) => Fullness,
): Alternative[] {
  const rooms = new Map(agenda.rooms.map((room) => [room.id, room]))
  const taste = tasteOf(agenda.sessions, picks)
  const offered = agenda.sessions.filter(
    (session) =>
      isOffered(session, picks, slot) &&
      fullnessOf(session.id) !== 'closed' &&
      isReachable(session, slot, rooms, agenda.walks),
  )
  return offered
    .map((session) => ({ session, ...rate(session, slot, taste, picks.get(session.id), fullnessOf(session.id)) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.session.startAt ?? '').localeCompare(b.session.startAt ?? '') ||
        a.session.number - b.session.number,
    )
    .map(({ session, reasons }) => ({ session, reasons }))
}

/** The same sessions, those last that nobody gets into, before them those that are full. */
export function freeFirst(
  sessions: readonly AgendaSession[],
  fullnessOf: (sessionId: string) => Fullness,
): AgendaSession[] {
  const hurdle = ({ id }: AgendaSession) => (fullnessOf(id) === 'closed' ? 2 : isFull(fullnessOf(id)) ? 1 : 0)
  return [...sessions].sort((a, b) => hurdle(a) - hurdle(b))
}

function isFull(fullness: Fullness): boolean {
  return fullness === 'closed' || (fullness !== null && fullness >= FULL)
}

function isOffered(session: AgendaSession, picks: Picks, { start, end, instead }: WantedSlot): boolean {
  if (
    session.id === instead?.id ||
    session.status === 'cancelled' ||
    ['container', 'break', 'service'].includes(session.kind)
  )
    return false
  const rank = picks.get(session.id)
  const span = rank === 'hidden' || rank === 'first' ? null : timeSpanOf(session)
  return span !== null && span.start >= start - JOINABLE_MINUTES * MINUTE_MS && span.start < end
}

function isReachable(
  session: AgendaSession,
  { start, from }: WantedSlot,
  rooms: ReadonlyMap<string, AgendaRoom>,
  walks: Agenda['walks'],
): boolean {
  if (!from || !session.startAt) return true
  const passage = passageBetween(
    from.at,
    from.rooms,
    Math.max(start, Date.parse(session.startAt)),
    session.rooms.flatMap((id) => rooms.get(id) ?? []),
    walks,
  )
  return passage === null || passage.slackMinutes >= -JOINABLE_MINUTES
}

type Taste = {
  speakers: ReadonlySet<string>
  /** Words of what I picked. */ words: ReadonlySet<string>
  /** What a word is worth: the rarer, the more. */ worth: (word: string) => number
}

const noTaste: Taste = { speakers: new Set(), words: new Set(), worth: () => 0 }

function tasteOf(sessions: readonly AgendaSession[], picks: Picks): Taste {
  const counts = new Map<string, number>()
  for (const { title } of sessions) for (const word of wordsOf(title)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const liked = sessions.filter(({ id }) => picks.get(id) === 'first' || picks.get(id) === 'planB')
  return {
    speakers: new Set(liked.flatMap(({ speakers }) => speakers)),
    words: new Set(liked.flatMap(({ title }) => [...wordsOf(title)])),
    worth: (word) => Math.log(sessions.length / (counts.get(word) ?? 1)),
  }
}

function rate(
  session: AgendaSession,
  { instead }: WantedSlot,
  taste: Taste,
  rank: PickRank | undefined,
  fullness: Fullness,
): { score: number; reasons: Reason[] } {
  // What I chose has its own speakers and words in common with me.
  const { speakers, words, worth } = rank === 'planB' ? noTaste : taste
  const common = [...wordsOf(session.title)]
    .filter((word) => words.has(word))
    .reduce((sum, word) => sum + worth(word), 0)
  const points: [Reason, number][] = [
    ['planB', rank === 'planB' ? 12 : 0],
    ['track', session.track !== undefined && session.track === instead?.track ? 4 : 0],
    ['colocated', session.colocated !== undefined && session.colocated === instead?.colocated ? 3 : 0],
    ['speakers', session.speakers.some((id) => speakers.has(id)) ? 3 : 0],
    ['words', Math.min(common, 4)],
    ['full', isFull(fullness) ? -100 : 0],
  ]
  return {
    score: points.reduce((sum, [, worthOf]) => sum + worthOf, 0),
    reasons: points.flatMap(([reason, worthOf]) => (worthOf === 0 ? [] : [reason])),
  }
}

/** Four letters and more: shorter words are mostly glue. */
function wordsOf(title: string): ReadonlySet<string> {
  return new Set(fold(title).match(/[\p{Letter}\p{Number}]{4,}/gu) ?? [])
}
