import { looseKey } from '@/lib/program/names/name-key'

/** What is compared of a session. */
export type Comparable = {
  title: string
  dayOn: string
  startAt: string | null
  rooms: string[]
  speakers: { name: string }[]
}

export type StoredIdentity = Comparable & {
  id: string
  /** The source's ids by which it has been known. A talk that is held several times is several sessions of one id. */
  sourceKeys: string[]
  cancelled: boolean
}

export type IncomingIdentity = Comparable & { sourceId: string | null }

/** A source that reuses an id says something wholly different under it: another title and other people. */
export function isSameTalk(stored: Comparable, incoming: Comparable): boolean {
  const before = new Set(stored.speakers.map(({ name }) => looseKey(name)))
  return (
    isPlaceholder(stored.title) ||
    haveLikeTitles(stored.title, incoming.title) ||
    incoming.speakers.some(({ name }) => before.has(looseKey(name)))
  )
}

/** Where one of them names nobody, people tell nothing: a slot of that day that was given another name. */
export function couldBeRenamed(stored: Comparable, incoming: Comparable): boolean {
  return (stored.speakers.length === 0 || incoming.speakers.length === 0) && stored.dayOn === incoming.dayOn
}

const notYet = [
  'tb[acd]|to be (announced|confirmed|defined|determined)',
  'à (définir|confirmer|venir)|wird (noch )?bekannt ?gegeben',
]
const placeholder = new RegExp(String.raw`(?<!\p{L})(${notYet.join('|')})(?!\p{L})`, 'iu')

function isPlaceholder(title: string): boolean {
  return placeholder.test(title)
}

/**
 * Do two titles share enough to be one, reworded? At least three tenths of their words, small ones and numbers aside.
 */
export function haveLikeTitles(a: string, b: string): boolean {
  const [wordsOfA, wordsOfB] = [wordsOf(a), wordsOf(b)]
  if (wordsOfA.size === 0 || wordsOfB.size === 0) return looseKey(a) === looseKey(b)
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length
  return shared / Math.min(wordsOfA.size, wordsOfB.size) >= 0.3
}

// Japanese and Chinese have words, but no spaces between them.
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

function wordsOf(title: string): Set<string> {
  const words = [...segmenter.segment(title)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => looseKey(segment))
  return new Set(words.filter((word) => !/^([a-z]{1,2}|\d+)$/.test(word) && !smallWords.has(word)))
}

const smallWords = new Set(
  (
    'the and for with from into your our are how why what when you can not talk keynote session les des une pour ' +
    'dans avec sur par und der die das mit für von'
  ).split(' '),
)
