import { passageBetween } from '@/lib/planning/walking'
import { HOUR_MS } from '@/lib/platform/time'
import { isTwoBookings } from '../../double-bookings'
import type { BoardSession } from '../board'
import { overlaps, timedOf, type BoardIndex, type Timed } from './board-index'
import type { PlacedBoard } from './placed'
import { warn, type BoardWarning } from './warning'

/** Nobody is late for what begins so long after. */
const LONGEST_WALK_MS = 3 * HOUR_MS

/** A room twice, and speakers in two places, without the time to go from one to the other, or away. */
export function clashWarnings(index: BoardIndex, placed: PlacedBoard, session: BoardSession): BoardWarning[] {
  const [mine] = timedOf(session)
  if (!mine || session.kind === 'container') return []
  const another = (those: readonly Timed[]) =>
    those.filter(({ session: other }) => other.id !== session.id && other.kind !== 'container')
  return [
    ...[...new Set(session.roomIds)].flatMap((roomId) =>
      index.rooms.get(roomId)?.allowsOverlap ? [] : roomTwice(mine, roomId, another(placed.inRoom(roomId))),
    ),
    ...[...new Set(session.speakerIds)].flatMap((speakerId) => [
      ...speakerElsewhere(index, mine, speakerId, another(placed.ofSpeaker(speakerId))),
      ...speakerAway(index, mine, speakerId),
    ]),
  ]
}

function roomTwice(mine: Timed, roomId: string, others: readonly Timed[]): BoardWarning[] {
  return others
    .filter((other) => overlaps(mine, other) && isTwoBookings(mine.session, other.session))
    .map((other) => warn({ kind: 'roomTwice', roomId }, pair(mine, other)))
}

function speakerElsewhere(index: BoardIndex, mine: Timed, speakerId: string, others: readonly Timed[]): BoardWarning[] {
  return others.flatMap((other) => {
    if (!isTwoBookings(mine.session, other.session)) return []
    if (overlaps(mine, other)) return [warn({ kind: 'speakerTwice', speakerId }, pair(mine, other), speakerId)]
    const [first, second] = mine.start < other.start ? [mine, other] : [other, mine]
    if (second.start - first.end > LONGEST_WALK_MS) return []
    const way = passageBetween(first.end, roomsOf(index, first), second.start, roomsOf(index, second), index.walks)
    if (!way || way.slackMinutes >= 0) return []
    const { walkMinutes } = way
    const freeMinutes = way.slackMinutes + walkMinutes
    return [warn({ kind: 'noTimeToWalk', speakerId, walkMinutes, freeMinutes }, pair(mine, other), speakerId)]
  })
}

function roomsOf({ rooms }: BoardIndex, { session }: Timed) {
  return session.roomIds.flatMap((id) => {
    const room = rooms.get(id)
    return room ? [{ id, zone: room.zone ?? undefined, floor: room.floor ?? undefined }] : []
  })
}

function speakerAway({ speakers }: BoardIndex, mine: Timed, speakerId: string): BoardWarning[] {
  const span = speakers
    .get(speakerId)
    ?.away.find(({ startAt, endAt }) => overlaps(mine, { start: Date.parse(startAt), end: Date.parse(endAt) }))
  return span ? [warn({ kind: 'speakerAway', speakerId, span }, [mine.session.id], speakerId)] : []
}

function pair(mine: Timed, other: Timed): [string, string] {
  return [mine.session.id, other.session.id]
}
