import { takenBy } from '@/lib/program/taken-time'
import type { DeskSession } from './desk-session'

/** What is booked twice: a room, or a person. */
export type DoubleBooking = {
  shares: 'room' | 'speaker'
  /** Of the room or the speaker. */ id: string
  /** The sessions that overlap, the pair that clashes next first; of a pair the earlier one first. */
  pairs: readonly Pair[]
}
type Pair = readonly [DeskSession, DeskSession]

const none: ReadonlySet<string> = new Set()

/**
 * Lists what is booked twice and still to come, what clashes next first. A container and what it contains are one
 * booking, and of two breaks nobody has to be in both. What overlaps two others is a pair with each.
 * @param shared ids of rooms in which several things may be at once
 */
export function listDoubleBookings(
  sessions: readonly DeskSession[],
  now: Date,
  shared: ReadonlySet<string> = none,
): DoubleBooking[] {
  const booked = sessions.filter((session) => session.kind !== 'container' && takenBy(session).end > now.getTime())
  const rooms = bookingsOf(booked, 'room').filter(({ id }) => !shared.has(id))
  return [...rooms, ...bookingsOf(booked, 'speaker')].sort(
    (a, b) => clashAt(a) - clashAt(b) || a.id.localeCompare(b.id),
  )
}

/** When two of its sessions clash next, in milliseconds since 1970. */
export function clashAt({ pairs: [first] }: DoubleBooking): number {
  return first?.[1].startAt.getTime() ?? 0
}

function bookingsOf(sessions: readonly DeskSession[], shares: DoubleBooking['shares']): DoubleBooking[] {
  const byId = new Map<string, DeskSession[]>()
  for (const session of sessions)
    for (const id of new Set(shares === 'room' ? session.roomIds : session.speakerIds)) {
      const known = byId.get(id)
      if (known) known.push(session)
      else byId.set(id, [session])
    }
  return [...byId].flatMap(([id, those]) => {
    const pairs = overlapsOf(those)
    return pairs.length > 0 ? [{ shares, id, pairs }] : []
  })
}

/** Of a thousand sessions at once in one room nobody looks at each two. */
const MOST_PAIRS = 1_000

/**
 * Pairs of a room or a speaker that overlap, the first thousand: each is compared with those alone that have not ended
 * when it begins.
 */
function overlapsOf(sessions: readonly DeskSession[]): Pair[] {
  const pairs: Pair[] = []
  let open: DeskSession[] = []
  for (const later of sessions.toSorted((a, b) => a.startAt.getTime() - b.startAt.getTime())) {
    open = open.filter((earlier) => takenBy(earlier).end > later.startAt.getTime())
    for (const earlier of open) if (isTwoBookings(earlier, later)) pairs.push([earlier, later])
    if (pairs.length >= MOST_PAIRS) break
    open.push(later)
  }
  return pairs.slice(0, MOST_PAIRS)
}

type Booked = Pick<DeskSession, 'id' | 'parentId' | 'kind'>

/** Do two sessions at once need what they share twice? A container and what it contains are one booking. */
export function isTwoBookings(one: Booked, other: Booked): boolean {
  if (one.parentId === other.id || other.parentId === one.id) return false
  return !(isOpenToAll(one) && isOpenToAll(other))
}

/** A break or a desk takes nobody's place. */
function isOpenToAll({ kind }: Booked): boolean {
  return kind === 'break' || kind === 'service'
}
