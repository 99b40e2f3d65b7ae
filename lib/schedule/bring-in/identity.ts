import type { IncomingIdentity, StoredIdentity } from './alike'
import { matchBySourceId } from './identity-by-id'
import { matchRenamed } from './identity-renamed'
import { exactPasses, passes, type Pass } from './identity-passes'
import { groupBy } from '@/lib/platform/collections/group-by'
import { compareTexts, Matches } from './matches'

/**
 * Which incoming session is which stored session of the same source. By the source's id first, unless it was given to a
 * wholly different talk; of several sessions of one id by time and room, the nearest; then by title with speakers, time
 * and room, the most particular first, and only where one alone fits; at last, without ids, by all of this but the
 * title, where that is plain. The order of either list decides nothing, but between sessions that are alike in all of
 * this.
 * @returns each recognised incoming session with its stored one; each of either at most once
 */
export function matchSessions<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(
  stored: Stored[],
  incoming: Incoming[],
): Map<Incoming, Stored> {
  const matches = new Matches<Incoming, Stored>()
  // What stands is found before what was cancelled.
  const candidates = [stored.filter(({ cancelled }) => !cancelled), stored.filter(({ cancelled }) => cancelled)]
  matchBySourceId(matches, stored, incoming, (of) => {
    // Of a talk held several times only the first was once kept under its id: the others stand where they stood.
    for (const some of candidates)
      for (const pass of exactPasses.slice(0, 2))
        matchBy(
          matches,
          pass,
          some.filter(({ sourceKeys }) => sourceKeys.length === 0),
          of,
        )
  })
  const [same, ...nearly] = passes
  // What comes back just as it was is that one, whatever else of its name stands elsewhere.
  if (same) for (const some of candidates) matchBy(matches, same, some, incoming)
  for (const some of candidates) for (const pass of nearly) matchBy(matches, pass, some, incoming)
  matchRenamed(matches, candidates[0] ?? [], incoming)
  return matches.found
}

function matchBy<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(
  matches: Matches<Incoming, Stored>,
  { keyOf, alikeToo }: Pass,
  stored: Stored[],
  incoming: Incoming[],
): void {
  const [openStored, openIncoming] = [matches.openStored(stored), matches.openIncoming(incoming)]
  // Of a first import, and of the same again, nothing is left to compare.
  if (openStored.length === 0 || openIncoming.length === 0) return
  const open = groupBy(openStored, keyOf)
  for (const [key, found] of groupBy(openIncoming, keyOf)) {
    for (const [session, match] of pair(found, open.get(key) ?? [], alikeToo)) matches.add(session, match)
  }
}

/** One fits one; sessions alike in everything are paired in the order in which they stand, whichever it is. */
function pair<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(
  incoming: Incoming[],
  stored: Stored[],
  alikeToo: boolean,
): [Incoming, Stored][] {
  if (!alikeToo && (incoming.length !== 1 || stored.length !== 1)) return []
  const byId = stored.toSorted((a, b) => compareTexts(a.id, b.id))
  return incoming
    .toSorted((a, b) => compareTexts(JSON.stringify(a), JSON.stringify(b)))
    .flatMap((session, index) => {
      const match = byId[index]
      return match ? [[session, match]] : []
    })
}
