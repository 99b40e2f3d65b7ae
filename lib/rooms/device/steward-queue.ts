import Dexie, { type DexieOptions } from 'dexie'
import { isTapWaiting, stepTap, type Tap, type TapEvent, type TapContent } from './steward-taps'

export type StewardQueue = ReturnType<typeof openStewardQueue>

/**
 * Opens the queue of the taps that were made on this phone with one steward link. Taps of another link are not seen:
 * two stewards may share a phone.
 * @param link which link
 * @param place where stores are, unless it is the browser's
 */
export function openStewardQueue(link: string, place?: DexieOptions) {
  const dexie = new Dexie('hallway-steward', place)
  dexie.version(1).stores({ taps: '++order, &id, link' })
  const taps = dexie.table<Tap, number, Omit<Tap, 'order'>>('taps')
  const mine = () => taps.where('link').equals(link)

  /** Lets something happen to a tap, if it is still here; within a transaction. */
  async function happen(order: number, event: TapEvent): Promise<void> {
    const tap = await taps.get(order)
    if (!tap) return
    const after = stepTap(tap, event)
    await (after ? taps.put(after) : taps.delete(order))
  }

  return {
    add: (tap: TapContent & { id: string; at: string }) => taps.add({ ...tap, link, state: 'new', withdrawn: false }),

    /** In the order of tapping. */
    list: () => mine().sortBy('order'),

    /** Takes a tap back: one that the server never had is gone, of another it is told. */
    withdraw: (order: number) => dexie.transaction('rw', taps, () => happen(order, { kind: 'withdrawn' })),

    /**
     * What is to be sent now, marked as asked before it leaves.
     * @param most the oldest
     * @param later what is left for the next round
     */
    take: (most: number, later: ReadonlySet<number>) =>
      dexie.transaction('rw', taps, async () => {
        const waiting = (await mine().sortBy('order'))
          .filter((tap) => isTapWaiting(tap) && !later.has(tap.order))
          .slice(0, most)
        for (const { order } of waiting) await happen(order, { kind: 'sent' })
        return waiting
      }),

    /** The server has answered for these, as they were when they were taken. */
    settle: (taken: readonly Tap[]) =>
      dexie.transaction('rw', taps, async () => {
        for (const { order, withdrawn } of taken) await happen(order, { kind: 'settled', wasWithdrawn: withdrawn })
      }),

    /** The server broke over this one. What it makes of others is no fault of theirs. */
    broke: (order: number) => dexie.transaction('rw', taps, () => happen(order, { kind: 'broke' })),

    /** Lets go of what is too old to be taken back. */
    forget: async (before: string) =>
      void (await mine()
        .filter((tap) => !isTapWaiting(tap) && tap.at < before)
        .delete()),

    close: () => dexie.close(),
  }
}
