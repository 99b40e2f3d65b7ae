import { hasDoors } from '@/lib/program/doors'
import { capacityOf } from '../board/board'
import type { HeldSession, Wish } from './day-facts'
import { overlap } from './problem'

/**
 * The sessions that a suggestion may move. What has begun stays, and what has no doors, keynotes, what is in no room or
 * in several, in one that takes several things at once or whose capacity nobody knows, what clashes already, and what
 * organizers pinned.
 */
export function movableOf(placed: readonly HeldSession[], { pinned }: Wish, now: Date): HeldSession[] {
  const stays = new Set(pinned)
  return placed.filter(
    ({ session, room, start, end }) =>
      !stays.has(session.id) &&
      start > now.getTime() &&
      hasDoors(session) &&
      session.kind !== 'keynote' &&
      room !== null &&
      !room.allowsOverlap &&
      capacityOf(session, new Map([[room.id, room]])) !== null &&
      !placed.some((its) => its.session !== session && clash(its, { session, start, end })),
  )
}

type Held = Pick<HeldSession, 'session' | 'start' | 'end'>

function clash(one: Held, other: Held): boolean {
  const [a, b] = [one.session, other.session]
  return (
    overlap(one, other) &&
    (a.roomIds.some((id) => b.roomIds.includes(id)) || a.speakerIds.some((id) => b.speakerIds.includes(id)))
  )
}

/** Those among which a session may go: of its co-located event, and workshops where workshops are. */
export function circleOf({ session: { parentId, kind } }: HeldSession): string {
  return `${parentId ?? ''} ${kind === 'workshop'}`
}
