import * as Y from 'yjs'
import { groupBy } from '@/lib/platform/collections/group-by'

type Place = { client: number; clock: number }
/** A letter, told between which two it was written. */
export type CraftedItem = Place & { origin?: Place; right?: Place }

/**
 * The bytes of a Yjs update (version 1) of these letters of a note, as no editor would write it. The items of a client
 * are in the order of their clocks.
 */
function craftUpdate(items: readonly CraftedItem[]): Uint8Array {
  const clients = [...groupBy(items, ({ client }) => client)].sort(([one], [other]) => other - one)
  const bytes = [
    ...number(clients.length),
    ...clients.flatMap(([client, own]) => [
      ...number(own.length),
      ...number(client),
      ...number(own[0]?.clock ?? 0),
      ...own.flatMap(letter),
    ]),
    0,
  ]
  return new Uint8Array(bytes)
}

function letter({ origin, right }: CraftedItem): number[] {
  const STRING = 4
  const info = STRING | (origin ? 0x80 : 0) | (right ? 0x40 : 0)
  const parent = origin || right ? [] : [1, ...word('text')]
  return [info, ...(origin ? place(origin) : []), ...(right ? place(right) : []), ...parent, ...word('x')]
}

function place({ client, clock }: Place): number[] {
  return [...number(client), ...number(clock)]
}

function word(text: string): number[] {
  return [...number(text.length), ...Buffer.from(text)]
}

/** Seven bits a byte, the lowest first. */
function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...number(Math.floor(value / 128))]
}

const base = (length: number) => {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText('text').insert(0, 'b'.repeat(length))
  return Y.encodeStateAsUpdate(doc)
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const first = { client: 1, clock: 0 }

/** Updates of so many letters whose places Yjs seeks among each other. */
export const slowUpdates: Record<string, (count: number) => Uint8Array> = {
  'one writer, before ever later letters': (count) =>
    Y.mergeUpdates([
      base(count + 1),
      craftUpdate(
        numbers(count).map((clock) => ({ client: 5, clock, origin: first, right: { client: 1, clock: 1 + clock } })),
      ),
    ]),
  'many writers, before ever later letters': (count) =>
    Y.mergeUpdates([
      base(count + 1),
      craftUpdate(
        numbers(count).map((at) => ({ client: 10 + at, clock: 0, origin: first, right: { client: 1, clock: 1 + at } })),
      ),
    ]),
  'many writers, before ever earlier letters': (count) =>
    Y.mergeUpdates([
      base(count + 1),
      craftUpdate(
        numbers(count).map((at) => ({
          client: 10 + at,
          clock: 0,
          origin: first,
          right: { client: 1, clock: count - at },
        })),
      ),
    ]),
  'many writers, here and there': (count) =>
    Y.mergeUpdates([
      base(count + 1),
      craftUpdate(
        numbers(count).map((at) => ({
          client: 10 + at,
          clock: 0,
          origin: first,
          right: { client: 1, clock: 1 + ((at * 7_919) % count) },
        })),
      ),
    ]),
}

/** The same, all of it waiting for a letter that never comes. */
export function slowWaiting(count: number): Uint8Array {
  const lost = { client: 7, clock: 0 }
  return craftUpdate(
    numbers(count).map((at) => ({
      client: 10 + at,
      clock: 0,
      origin: lost,
      ...(at % 2 === 1 && { right: { client: 10 + at - 1, clock: 0 } }),
    })),
  )
}
