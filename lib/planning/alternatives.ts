import { MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { roomsOf } from '@/lib/program/agenda-parts'
import { hasDoors } from '@/lib/program/doors'
import { fold } from '@/lib/platform/search/fold'
import type { PickRank, Picks } from './schema'
import { timeSpanOf } from './time-span'
import { nearestWalk, OTHER_ZONE_MINUTES, passageBetween } from './walking'

/** What begins up to so long before the slot can still be joined. */
const JOINABLE_MINUTES = 10
/** From here on a room is as good as full. */
const FULL = 0.95
/** Up to here nobody has to hurry for a seat. */
const FREE = 0.9
/** What begins within so few minutes of a session is in its slot; another start is another slot. */
const SLOT_MINUTES = 5
/** A way of so many minutes is worth saying that it is short. */
const NEAR_MINUTES = 2

/** How full a session's room is, 0–1; null: nobody knows; closed: nobody gets in. */
export type Fullness = number | 'closed' | null

export type Reason = 'planB' | 'slot' | 'free' | 'near' | 'track' | 'colocated' | 'speakers' | 'words' | 'full'

export type Alternative = {
  session: AgendaSession
  /** Why it stands where it does, in this order. */ reasons: Reason[]
  /** On foot from where I am in that slot; null: nobody knows. */ minutes: number | null
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
 * What else is on in a slot and can be reached, the best first: my plan B, then what begins with the slot, what surely
 * has seats, what is near, and what I am likely to like: the track and co-located event of what it stands in for,
 * speakers and words that my picks have, too. Hidden and cancelled sessions, first choices, breaks, services,
 * containers and closed rooms are not offered; full rooms come last, with what is sold out, unless I planned it: then I
 * may have a ticket.
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
    .map((session) => {
      const minutes = minutesTo(session, slot, rooms, agenda.walks)
      const rank = picks.get(session.id)
      return { session, minutes, ...rate({ session, slot, taste, rank, fullness: fullnessOf(session.id), minutes }) }
    })
    .sort(
      (a, b) =>
        byHurdle(a.hurdles, b.hurdles) ||
        b.score - a.score ||
        (a.session.startAt ?? '').localeCompare(b.session.startAt ?? '') ||
        a.session.number - b.session.number,
    )
    .map(({ session, reasons, minutes }) => ({ session, reasons, minutes }))
}

/**
 * The same sessions: first what surely has seats, then what nobody knows of, what is full, and last what nobody gets
 * into; of these the nearest first.
 * @param minutesTo on foot from where I am; null: nobody knows
 */
export function freeFirst(
  sessions: readonly AgendaSession[],
  fullnessOf: (sessionId: string) => Fullness,
  minutesTo: (session: AgendaSession) => number | null = () => null,
): AgendaSession[] {
  const hurdles = (session: AgendaSession) => {
    const fullness = fullnessOf(session.id)
    return [
      fullness === 'closed' ? 3 : isFull(fullness) || isSoldOut(session) ? 2 : isFree(fullness) ? 0 : 1,
      minutesTo(session) ?? OTHER_ZONE_MINUTES,
    ]
  }
  return [...sessions].sort((a, b) => byHurdle(hurdles(a), hurdles(b)))
}

/** Nobody gets in, or hardly anybody. */
export function isFull(fullness: Fullness): boolean {
  return fullness === 'closed' || (fullness !== null && fullness >= FULL)
}

/** No seat is left for whoever has none yet. */
export function isSoldOut({ flags }: AgendaSession): boolean {
  return flags?.includes('sold-out') ?? false
}

function isFree(fullness: Fullness): boolean {
  return typeof fullness === 'number' && fullness < FREE
}

function isOffered(session: AgendaSession, picks: Picks, { start, end, instead }: WantedSlot): boolean {
  if (session.id === instead?.id || session.status === 'cancelled' || !hasDoors(session)) return false
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
    roomsOf(session, { rooms }),
    walks,
  )
  return passage === null || passage.slackMinutes >= -JOINABLE_MINUTES
}

/** From the room that it stands in for, before whose door I am; else from where I come from. */
function minutesTo(
  session: AgendaSession,
  { instead, from }: WantedSlot,
  rooms: ReadonlyMap<string, AgendaRoom>,
  walks: Agenda['walks'],
): number | null {
  const here = instead ? roomsOf(instead, { rooms }) : (from?.rooms ?? [])
  return nearestWalk(here, roomsOf(session, { rooms }), walks)
}

/** The first of these that differ decide; what is lower stands first. */
function byHurdle(a: readonly number[], b: readonly number[]): number {
  return a.map((one, index) => one - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
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

type Rated = {
  session: AgendaSession
  slot: WantedSlot
  taste: Taste
  rank: PickRank | undefined
  fullness: Fullness
  minutes: number | null
}

function rate({ session, slot, taste, rank, fullness, minutes }: Rated): {
  /** What comes before taste, each the lower the better. */ hurdles: number[]
  score: number
  reasons: Reason[]
} {
  const { instead } = slot
  // What I chose has its own speakers and words in common with me.
  const { speakers, words, worth } = rank === 'planB' ? noTaste : taste
  const common = [...wordsOf(session.title)]
    .filter((word) => words.has(word))
    .reduce((sum, word) => sum + worth(word), 0)
  const [isB, isIn, free, full] = [rank === 'planB', isInSlot(session, slot), isFree(fullness), isFull(fullness)]
  const liked: [Reason, number][] = [
    ['track', session.track !== undefined && session.track === instead?.track ? 4 : 0],
    ['colocated', session.colocated !== undefined && session.colocated === instead?.colocated ? 3 : 0],
    ['speakers', session.speakers.some((id) => speakers.has(id)) ? 3 : 0],
    ['words', Math.min(common, 4)],
  ]
  const reasons: [Reason, boolean][] = [
    ['planB', isB],
    ['slot', instead !== undefined && isIn],
    ['free', free],
    ['near', minutes !== null && minutes <= NEAR_MINUTES],
    ...liked.map(([reason, worthOf]): [Reason, boolean] => [reason, worthOf > 0]),
    ['full', full],
  ]
  return {
    // A way that nobody knows is as long as one to another zone.
    hurdles: [
      Number(full || (!isB && isSoldOut(session))),
      Number(!isB),
      Number(!isIn),
      Number(!free),
      minutes ?? OTHER_ZONE_MINUTES,
    ],
    score: liked.reduce((sum, [, worthOf]) => sum + worthOf, 0),
    reasons: reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])),
  }
}

/** Free time has no slots: whatever begins in it is as good. */
function isInSlot({ startAt }: AgendaSession, { start, instead }: WantedSlot): boolean {
  return !instead || Math.abs(Date.parse(startAt ?? '') - start) <= SLOT_MINUTES * MINUTE_MS
}

/** Four letters and more: shorter words are mostly glue. */
function wordsOf(title: string): ReadonlySet<string> {
  return new Set(fold(title).match(/[\p{Letter}\p{Number}]{4,}/gu) ?? [])
}
