import { nameKey } from './name-key'

/** What is compared of a session. */
type Comparable = { title: string; dayOn: string; startAt: string | null; rooms: string[]; speakers: { name: string }[] }

export type StoredIdentity = Comparable & {
  id: string
  /** The source's ids by which it has been known. */
  sourceKeys: string[]
  cancelled: boolean
}

export type IncomingIdentity = Comparable & { sourceId: string | null }

/**
 * Which incoming session is which stored session of the same source. By the source's id first, unless it was given to a wholly
 * different talk; then by title with speakers, time and room, the most particular first, and only where one alone fits. The
 * order of either list decides nothing, but between sessions that are alike in all of this.
 * @returns each recognised incoming session with its stored one; each of either at most once
 */
export function matchSessions<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(stored: Stored[], incoming: Incoming[]): Map<Incoming, Stored> {
  const matches = matchBySourceId(stored, incoming)
  const taken = new Set([...matches.values()])
  // What stands is found before what was cancelled.
  for (const candidates of [stored.filter(({ cancelled }) => !cancelled), stored.filter(({ cancelled }) => cancelled)]) {
    for (const { keyOf, alikeToo } of passes) {
      const open = group(candidates.filter((session) => !taken.has(session)), keyOf)
      for (const [key, found] of group(incoming.filter((session) => !matches.has(session)), keyOf)) {
        for (const [session, match] of pair(found, open.get(key) ?? [], alikeToo)) {
          matches.set(session, match)
          taken.add(match)
        }
      }
    }
  }
  return matches
}

const passes: { keyOf: (session: Comparable) => string; alikeToo?: boolean }[] = [
  { keyOf: (session) => keyOf(session.title, session.startAt ?? session.dayOn, peopleOf(session), roomsOf(session)), alikeToo: true },
  { keyOf: (session) => keyOf(session.title, session.startAt ?? session.dayOn, peopleOf(session)) },
  { keyOf: (session) => keyOf(session.title, session.startAt ?? session.dayOn, roomsOf(session)) },
  { keyOf: (session) => keyOf(session.title, session.startAt ?? session.dayOn) },
  { keyOf: (session) => keyOf(session.title, session.dayOn, peopleOf(session)) },
  { keyOf: (session) => keyOf(session.title, peopleOf(session)) },
]

function matchBySourceId<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(stored: Stored[], incoming: Incoming[]): Map<Incoming, Stored> {
  const known = new Map(stored.flatMap((session) => session.sourceKeys.map((key) => [key, session] as const)))
  const matchOf = (session: Incoming) => (session.sourceId === null ? undefined : known.get(session.sourceId))
  const hasGoneOn = talksUnderOtherIds(stored, incoming, matchOf)
  const pairs = incoming.flatMap((session) => {
    const match = matchOf(session)
    return match && (isSameTalk(match, session) || (couldBeRenamed(match, session) && !hasGoneOn(match, session))) ? [[session, match] as const] : []
  })
  // A session known by two ids that both come again would be two: it stays the one that is most like it.
  const rivals = group(pairs, ([, match]) => match.id)
  return new Map([...rivals.values()].flatMap((claims) => claims.toSorted(([a, match], [b]) => difference(a, match) - difference(b, match) || compare(idOf(a), idOf(b))).slice(0, 1)))
}

/**
 * Ids that are the numbers of rows all move when a row is put in: then the old title stands under another id, or the new one
 * stood there. Titles that keep their own id are no sign of it: there may be several of one name.
 */
function talksUnderOtherIds<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(stored: Stored[], incoming: Incoming[], matchOf: (session: Incoming) => Stored | undefined) {
  const keeps = incoming.filter((session) => nameKey(session.title) === nameKey(matchOf(session)?.title ?? ''))
  const [keptNew, keptOld] = [new Set(keeps), new Set(keeps.map(matchOf))]
  const newTitles = new Set(incoming.filter((session) => !keptNew.has(session)).map(({ title }) => nameKey(title)))
  const oldTitles = new Set(stored.filter((session) => !keptOld.has(session)).map(({ title }) => nameKey(title)))
  return (before: Stored, after: Incoming) => newTitles.has(nameKey(before.title)) || oldTitles.has(nameKey(after.title))
}

function difference(incoming: Comparable, stored: Comparable): number {
  const pass = passes.findIndex((each) => each.keyOf(incoming) === each.keyOf(stored))
  return pass < 0 ? passes.length : pass
}

function idOf({ sourceId }: IncomingIdentity): string {
  return sourceId ?? ''
}

/** One fits one; sessions alike in everything are paired in the order in which they stand, whichever it is. */
function pair<Stored extends StoredIdentity, Incoming extends IncomingIdentity>(incoming: Incoming[], stored: Stored[], alikeToo = false): [Incoming, Stored][] {
  if (!alikeToo && (incoming.length !== 1 || stored.length !== 1)) return []
  const byId = stored.toSorted((a, b) => compare(a.id, b.id))
  return incoming.toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b))).flatMap((session, index) => {
    const match = byId[index]
    return match ? [[session, match]] : []
  })
}

/** A source that reuses an id says something wholly different under it: another title and other people. */
function isSameTalk(stored: Comparable, incoming: Comparable): boolean {
  const before = new Set(stored.speakers.map(({ name }) => nameKey(name)))
  return isPlaceholder(stored.title) || haveLikeTitles(stored.title, incoming.title) || incoming.speakers.some(({ name }) => before.has(nameKey(name)))
}

/** Where one of them names nobody, people tell nothing: a slot of that day that was given another name. */
function couldBeRenamed(stored: Comparable, incoming: Comparable): boolean {
  return (stored.speakers.length === 0 || incoming.speakers.length === 0) && stored.dayOn === incoming.dayOn
}

function isPlaceholder(title: string): boolean {
  return /(?<!\p{L})(tb[acd]|to be (announced|confirmed|defined|determined)|à (définir|confirmer|venir)|wird (noch )?bekannt ?gegeben)(?!\p{L})/iu.test(title)
}

/** Do two titles share enough to be one, reworded? At least three tenths of their words, small ones and numbers aside. */
export function haveLikeTitles(a: string, b: string): boolean {
  const [wordsOfA, wordsOfB] = [wordsOf(a), wordsOf(b)]
  if (wordsOfA.size === 0 || wordsOfB.size === 0) return nameKey(a) === nameKey(b)
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length
  return shared / Math.min(wordsOfA.size, wordsOfB.size) >= 0.3
}

// Japanese and Chinese have words, but no spaces between them.
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

function wordsOf(title: string): Set<string> {
  const words = [...segmenter.segment(title)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => nameKey(segment))
  return new Set(words.filter((word) => !/^([a-z]{1,2}|\d+)$/.test(word) && !smallWords.has(word)))
}

const smallWords = new Set('the and for with from into your our are how why what when you can not talk keynote session les des une pour dans avec sur par und der die das mit für von'.split(' '))

function peopleOf({ speakers }: Comparable): string {
  return speakers.map(({ name }) => nameKey(name)).sort().join('\n')
}

function roomsOf({ rooms }: Comparable): string {
  return rooms.map(nameKey).sort().join('\n')
}

function keyOf(title: string, ...rest: string[]): string {
  return JSON.stringify([nameKey(title), ...rest])
}

function group<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const together = groups.get(keyOf(item))
    if (together) together.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
