import { couldBeRenamed, isSameTalk, type Comparable, type IncomingIdentity, type StoredIdentity } from './alike'
import { exactPasses, textsOf, TIMED } from './identity-passes'
import { groupBy } from '@/lib/platform/collections/group-by'
import { compareTexts, type Matches } from './matches'

/** More pairs than this are not compared each with each: a column of one value is no identifier. */
const MOST_PAIRS = 20_000

type Family<Incoming, Stored> = { incoming: Incoming[]; stored: Stored[] }

/**
 * Matches the sessions of each id. What stands at its time under its title is found first, in all ids; then what only
 * moved, the nearest first; then what was reworded, unless the id was given to a wholly different talk.
 * @param betweenTimes looks for these among what has no id, once what did not move is found
 */
export function matchBySourceId<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(
  matches: Matches<Incoming, Stored>,
  stored: Stored[],
  incoming: Incoming[],
  betweenTimes: (incoming: Incoming[]) => void,
): void {
  const families = familiesOf(stored, incoming)
  const open = ({ incoming, stored }: Family<Incoming, Stored>) => ({
    incoming: matches.openIncoming(incoming),
    stored: matches.openStored(stored),
  })
  exactPasses.forEach(({ keyOf }, index) => {
    if (index === TIMED) betweenTimes(families.flatMap((family) => family.incoming))
    for (const family of families) {
      const rest = open(family)
      if (rest.incoming.length === 0 || rest.stored.length === 0) continue
      const groups = groupBy(rest.stored, keyOf)
      for (const [key, found] of groupBy(rest.incoming, keyOf))
        matchNearest(matches, { incoming: found, stored: groups.get(key) ?? [] })
    }
  })
  const left = families.map(open).filter((family) => family.incoming.length > 0 && family.stored.length > 0)
  if (left.length === 0) return
  const hasGoneOn = talksUnderOtherIds(families, stored, incoming)
  for (const family of left)
    matchNearest(
      matches,
      family,
      (before, after) => isSameTalk(before, after) || (couldBeRenamed(before, after) && !hasGoneOn(before, after)),
    )
}

/** What came and what is stored under each id that both know, in an order of the ids. */
function familiesOf<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(
  stored: Stored[],
  incoming: Incoming[],
): Family<Incoming, Stored>[] {
  const known = new Map<string, Stored[]>()
  for (const session of stored)
    for (const key of session.sourceKeys) known.set(key, [...(known.get(key) ?? []), session])
  const came = groupBy(
    incoming.filter(({ sourceId }) => sourceId !== null),
    ({ sourceId }) => sourceId ?? '',
  )
  return [...came]
    .sort(([a], [b]) => compareTexts(a, b))
    .flatMap(([key, sessions]) => {
      const found = known.get(key)
      return found ? [{ incoming: sessions, stored: found }] : []
    })
}

/** Pairs what is nearest in time, then what stands in the same room; what stands before what was cancelled. */
function matchNearest<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(
  matches: Matches<Incoming, Stored>,
  { incoming, stored }: Family<Incoming, Stored>,
  fits: (before: Stored, after: Incoming) => boolean = () => true,
): void {
  if (incoming.length * stored.length > MOST_PAIRS) return
  const [[onlyIncoming, ...moreIncoming], [onlyStored, ...moreStored]] = [incoming, stored]
  if (onlyIncoming === undefined || onlyStored === undefined) return
  if (moreIncoming.length === 0 && moreStored.length === 0) {
    if (fits(onlyStored, onlyIncoming)) matches.add(onlyIncoming, onlyStored)
    return
  }
  const pairs = incoming.flatMap((after) =>
    stored.filter((before) => fits(before, after)).map((before) => ({ after, before, rank: rankOf(before, after) })),
  )
  pairs.sort((a, b) => compareRanks(a.rank, b.rank))
  for (const { after, before } of pairs) matches.add(after, before)
}

type Rank = (number | string)[]

function rankOf(before: StoredIdentity, after: IncomingIdentity): Rank {
  const [was, is] = [textsOf(before), textsOf(after)]
  const apart = Math.abs(Date.parse(was.time) - Date.parse(is.time))
  return [
    Number(before.cancelled),
    Number(was.title !== is.title),
    apart,
    Number(was.rooms !== is.rooms),
    is.time,
    JSON.stringify(after),
    before.id,
  ]
}

function compareRanks(a: Rank, b: Rank): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]
    if (other !== undefined && one !== other) return one < other ? -1 : 1
  }
  return 0
}

/**
 * Ids that are the numbers of rows all move when a row is put in: then the old title stands under another id, or the
 * new one stood there. Titles that keep their own id are no sign of it: there may be several of one name.
 */
function talksUnderOtherIds<Stored extends Comparable, Incoming extends Comparable>(
  families: Family<Incoming, Stored>[],
  stored: Stored[],
  incoming: Incoming[],
) {
  const [keptNew, keptOld] = [new Set<Incoming>(), new Set<Stored>()]
  for (const family of families) {
    const [before, after] = [groupBy(family.stored, titleOf), groupBy(family.incoming, titleOf)]
    for (const [title, sessions] of after) if (before.has(title)) for (const session of sessions) keptNew.add(session)
    for (const [title, sessions] of before) if (after.has(title)) for (const session of sessions) keptOld.add(session)
  }
  const newTitles = new Set(incoming.filter((session) => !keptNew.has(session)).map(titleOf))
  const oldTitles = new Set(stored.filter((session) => !keptOld.has(session)).map(titleOf))
  return (before: Stored, after: Incoming) => newTitles.has(titleOf(before)) || oldTitles.has(titleOf(after))
}

function titleOf(session: Comparable): string {
  return textsOf(session).title
}
