import { byOrder, type OutboxEntry } from './outbox'

/** What kinds lay changes over rows with. */

/** The entries that are shown, in order: what was refused is not. */
export function standing(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter(({ refused }) => !refused).sort(byOrder)
}

/** A conference's part of what is shown, made at the first call. */
export function shownIn<Value>(shown: Map<string, Map<string, Value>>, conferenceId: string): Map<string, Value> {
  const known = shown.get(conferenceId) ?? new Map<string, Value>()
  shown.set(conferenceId, known)
  return known
}

/**
 * `next`, with the parts of `before` where they say the same: a screen draws itself anew only for its own conference.
 */
export function keepEqual<Part>(
  before: ReadonlyMap<string, Part> | undefined,
  next: ReadonlyMap<string, Part>,
  saysSame: (a: Part, b: Part) => boolean = isEqual,
): ReadonlyMap<string, Part> {
  return new Map(
    [...next].map(([key, part]) => {
      const known = before?.get(key)
      return [key, known !== undefined && saysSame(known, part) ? known : part]
    }),
  )
}

/** Do these say the same? Maps in whichever order. */
export function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, plain) === JSON.stringify(b, plain)
}

/** Do these maps say the same, in the same order? */
export function isEqualInOrder(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return isEqual([...a], [...b])
}

/** Maps as JSON, in no order of their own. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)) : value
}
