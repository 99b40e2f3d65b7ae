import { MINUTE_MS } from '@/lib/platform/time'
import { DOORS_MINUTES } from '@/lib/program/doors'
import { MOST_BROKEN_TRIES } from '@/lib/sync/client/exchange/send-apart'
import { HOLDS_MINUTES } from '../attendee-voices'
import type { DoorState } from '../door-state'
import { levelOf } from '../occupancy'
import type { Level } from '../schema'

export type TapContent =
  | { kind: 'count'; delta: number }
  | { kind: 'level'; level: Level }
  | { kind: 'queue' | 'delay'; minutes: number }

/** One tap of a steward, on this phone until the server has it, and a while longer so that it can be taken back. */
export type Tap = TapContent & {
  id: string
  link: string
  /** Grows with every tap. */
  order: number
  at: string
  /**
   * `asked`: it was sent, and the answer may have got lost; `kept`: the server has it; `refused`: it will not take it.
   */
  state: 'new' | 'asked' | 'kept' | 'refused'
  withdrawn: boolean
  /** So often the server broke over it, though it was well. */
  tries?: number
}

/**
 * What happens to a tap. `sent`: it leaves; `settled`: the server answered for it, as it was when it left; `broke`: the
 * server broke over it.
 */
export type TapEvent = { kind: 'withdrawn' | 'sent' | 'broke' } | { kind: 'settled'; wasWithdrawn: boolean }

/** One step of a tap: how it stands after an event. @returns null: it need not be remembered */
export function stepTap(tap: Tap, event: TapEvent): Tap | null {
  switch (event.kind) {
    case 'withdrawn':
      // Of what the server never had it need not be told.
      return tap.state === 'new' || tap.state === 'refused' ? null : { ...tap, withdrawn: true }
    case 'sent':
      return tap.state === 'new' ? { ...tap, state: 'asked' } : tap
    case 'settled':
      // What was taken back since is still to be told.
      return event.wasWithdrawn ? null : { ...withoutTries(tap), state: 'kept' }
    case 'broke': {
      const tries = (tap.tries ?? 0) + 1
      return tries < MOST_BROKEN_TRIES ? { ...tap, tries } : { ...withoutTries(tap), state: 'refused' }
    }
  }
}

function withoutTries({ tries: _tries, ...tap }: Tap): Tap {
  return tap
}

/** The server has not answered for it, or does not know that it was taken back. */
export function isTapWaiting({ state, withdrawn }: Tap): boolean {
  return state !== 'refused' && (withdrawn || state !== 'kept')
}

/** The taps that the server has not answered for, without those that were taken back. */
export function unsentTaps(taps: readonly Tap[]): Tap[] {
  return taps.filter((tap) => isTapWaiting(tap) && !tap.withdrawn)
}

/** By how many people the server's count is behind this phone's. */
export function countAhead(taps: readonly Tap[]): number {
  return taps.reduce((sum, tap) => {
    if (tap.kind !== 'count' || tap.state === 'refused') return sum
    if (tap.withdrawn) return tap.state === 'kept' ? sum - tap.delta : sum
    return tap.state === 'kept' ? sum : sum + tap.delta
  }, 0)
}

/** The room as this phone knows it: what the server said with what it has not answered for laid over it. */
export function doorWith(door: DoorState, taps: readonly Tap[]): DoorState {
  const waiting = unsentTaps(taps)
  const ahead = countAhead(taps)
  const count = door.count === null && ahead === 0 ? null : Math.max(0, (door.count ?? 0) + ahead)
  const state = waiting.reduce<DoorState['state']>(
    (before, tap) =>
      tap.kind === 'level'
        ? tap.level
        : tap.kind === 'count' && door.capacity !== null
          ? levelOf(count ?? 0, door.capacity)
          : before,
    door.state,
  )
  const minutesOf = (kind: 'queue' | 'delay', before: number | null) =>
    waiting.reduce((minutes, tap) => (tap.kind === kind ? tap.minutes : minutes), before)
  return {
    ...door,
    count,
    state,
    queueMinutes: minutesOf('queue', door.queueMinutes),
    delayMinutes: minutesOf('delay', door.delayMinutes),
  }
}

/**
 * The word that this phone's steward said of the room ("nearly full"), where a later count of hers says another.
 * @param door the room as this phone knows it
 * @returns null: her word holds, or is too old to be about who is there now
 */
export function outcountedWord(door: DoorState, taps: readonly Tap[]): Level | null {
  const told = taps.filter(({ state, withdrawn }) => state !== 'refused' && !withdrawn)
  const word = told.findLast((tap) => tap.kind === 'level')
  const last = told.findLast(({ kind }) => kind === 'count' || kind === 'level')
  const { capacity, count, state } = door
  if (!word || last?.kind !== 'count' || capacity === null || count === null) return null
  // Another steward may have said a word since, or it is long ago that anybody counted.
  if (word.level === state || levelOf(count, capacity) !== state) return null
  const [saidAt, countedAt] = [Date.parse(word.at), Date.parse(last.at)]
  const opensAt = door.session ? Date.parse(door.session.startAt) - DOORS_MINUTES * MINUTE_MS : saidAt
  return saidAt >= opensAt && countedAt - saidAt <= HOLDS_MINUTES * MINUTE_MS ? word.level : null
}

/** The newest tap that can still be taken back. */
export function lastTap(taps: readonly Tap[]): Tap | null {
  return taps.findLast(({ withdrawn }) => !withdrawn) ?? null
}

/** What goes over the wire: readings, and the ids of those that were taken back. */
export function reportOf(taken: readonly Tap[], sentAt: string) {
  const readings = taken.flatMap(({ link: _link, order: _order, state: _state, withdrawn, ...reading }) =>
    withdrawn ? [] : [reading],
  )
  return { sentAt, readings, withdrawn: taken.flatMap(({ id, withdrawn }) => (withdrawn ? [id] : [])) }
}
