import { haveLikeTitles, type Comparable, type IncomingIdentity, type StoredIdentity } from './alike'
import { textsOf } from './identity-passes'
import { groupBy } from '@/lib/platform/collections/group-by'
import type { Matches } from './matches'

// Of somebody with more talks that are not known yet, nothing is plain.
const MOST_OF_ONE = 20

/**
 * Sessions without ids whose very title changed: the same people at the same minute in the same rooms, one alone on
 * either side. Not where a title says that the talks of some people changed places: then each would get the other's
 * picks and notes.
 * @param stored those that stand: what was cancelled is not what comes in its place
 */
export function matchRenamed<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(
  matches: Matches<Incoming, Stored>,
  stored: Stored[],
  incoming: Incoming[],
): void {
  const [openStored, openIncoming] = [matches.openStored(stored), matches.openIncoming(incoming)]
  if (openStored.length === 0 || openIncoming.length === 0) return
  const open = groupBy(openStored.filter(isPlain).filter(hasNoId), peopleOf)
  const arrived = groupBy(openIncoming.filter(isPlain).filter(hasNoId), peopleOf)
  for (const [people, theirs] of arrived) {
    const before = open.get(people) ?? []
    if (theirs.length > MOST_OF_ONE || before.length > MOST_OF_ONE) continue
    for (const session of theirs) {
      const [match, rival] = before.filter((one) => slotOf(one) === slotOf(session))
      const isAlone = theirs.filter((one) => slotOf(one) === slotOf(session)).length === 1
      if (!match || rival || !isAlone) continue
      const isElsewhere =
        before.some((one) => one !== match && haveLikeTitles(one.title, session.title)) ||
        theirs.some((one) => one !== session && haveLikeTitles(match.title, one.title))
      if (!isElsewhere) matches.add(session, match)
    }
  }
}

/** Has it a time to the minute, somebody who speaks, and a room? */
function isPlain({ startAt, speakers, rooms }: Comparable): boolean {
  return startAt !== null && speakers.length > 0 && rooms.length > 0
}

function hasNoId(session: StoredIdentity | IncomingIdentity): boolean {
  return 'sourceKeys' in session ? session.sourceKeys.length === 0 : session.sourceId === null
}

function peopleOf(session: Comparable): string {
  return textsOf(session).people
}

function slotOf(session: Comparable): string {
  const { time, rooms } = textsOf(session)
  return JSON.stringify([time, rooms])
}
