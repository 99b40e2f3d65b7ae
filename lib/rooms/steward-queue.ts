import Dexie, { type DexieOptions } from 'dexie'
import type { DoorState } from './door-state'
import { stateOf } from './occupancy'
import type { Level } from './schema'

export type Told =
  { kind: 'count'; delta: number } | { kind: 'level'; level: Level } | { kind: 'queue' | 'delay'; minutes: number }

/** One tap of a steward, on this phone until the server has it, and a while longer so that it can be taken back. */
export type Tap = Told & {
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

export type StewardQueue = ReturnType<typeof openStewardQueue>

/** So many times the server may break over a tap, each in a round of its own, until it is sent no more. */
const MOST_TRIES = 3

/**
 * The taps of one link on this phone. Another link's are its own: two stewards may share a phone.
 * @param place where stores are, unless it is the browser's
 */
export function openStewardQueue(link: string, place?: DexieOptions) {
  const dexie = new Dexie('hallway-steward', place)
  dexie.version(1).stores({ taps: '++order, &id, link' })
  const taps = dexie.table<Tap, number, Omit<Tap, 'order'>>('taps')
  const mine = () => taps.where('link').equals(link)

  return {
    add: (tap: Told & { id: string; at: string }) => taps.add({ ...tap, link, state: 'new', withdrawn: false }),

    /** In the order of tapping. */
    list: () => mine().sortBy('order'),

    /** Takes a tap back: one that the server never had is gone, of another it is told. */
    withdraw: (order: number) =>
      dexie.transaction('rw', taps, async () => {
        const tap = await taps.get(order)
        if (tap?.state === 'new' || tap?.state === 'refused') await taps.delete(order)
        else await taps.update(order, { withdrawn: true })
      }),

    /**
     * What is to be sent now, marked as asked before it leaves.
     * @param most the oldest
     * @param later what is left for the next round
     */
    take: (most: number, later: ReadonlySet<number>) =>
      dexie.transaction('rw', taps, async () => {
        const waiting = (await mine().sortBy('order'))
          .filter((tap) => isWaiting(tap) && !later.has(tap.order))
          .slice(0, most)
        for (const { order, state } of waiting) if (state === 'new') await taps.update(order, { state: 'asked' })
        return waiting
      }),

    /**
     * The server has answered for these, as they were when they were taken. What was taken back since is still to be
     * told.
     */
    settle: (taken: readonly Tap[]) =>
      dexie.transaction('rw', taps, async () => {
        for (const { order, withdrawn } of taken) {
          if (withdrawn) await taps.delete(order)
          else await taps.update(order, { state: 'kept', tries: undefined })
        }
      }),

    /** The server broke over this one. What it makes of others is no fault of theirs. */
    broke: (order: number) =>
      dexie.transaction('rw', taps, async () => {
        const tries = ((await taps.get(order))?.tries ?? 0) + 1
        if (tries < MOST_TRIES) await taps.update(order, { tries })
        else await taps.update(order, { tries: undefined, state: 'refused' })
      }),

    /** Lets go of what is too old to be taken back. */
    forget: async (before: string) =>
      void (await mine()
        .filter((tap) => !isWaiting(tap) && tap.at < before)
        .delete()),

    close: () => dexie.close(),
  }
}

/** The server has not answered for it, or does not know that it was taken back. */
export function isWaiting({ state, withdrawn }: Tap): boolean {
  return state !== 'refused' && (withdrawn || state !== 'kept')
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
  const waiting = taps.filter((tap) => isWaiting(tap) && !tap.withdrawn)
  const ahead = countAhead(taps)
  const count = door.count === null && ahead === 0 ? null : Math.max(0, (door.count ?? 0) + ahead)
  const state = waiting.reduce<DoorState['state']>(
    (before, tap) =>
      tap.kind === 'level'
        ? tap.level
        : tap.kind === 'count' && door.capacity !== null
          ? stateOf(count ?? 0, door.capacity)
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
