import { looseKey, nameKey } from '@/lib/program/names/name-key'
import { pairedPart, type LikelyPair, type Likeness } from './likely-pairs'
import { groupBy } from '@/lib/platform/collections/group-by'

export type NamedSpeaker = {
  id: string
  name: string
  company: string | null
  /** Which sources name them. */
  sources: readonly string[]
  /** The titles of their sessions. */
  sessions: readonly string[]
}

/** More of one name are compared with the first alone: "To be announced" may stand a hundred times. */
const MOST_OF_ONE_NAME = 5

/**
 * Which speakers may be one: those whose names are the same words, in any order and but for marks. What else they have
 * in common says how likely it is; nothing makes one of them by itself.
 * @returns the likeliest first; in each, first the one that more is known of
 */
export function likelySpeakers(speakers: readonly NamedSpeaker[]): LikelyPair[] {
  const groups = groupBy(speakers, ({ name }) => looseKey(name).split(' ').toSorted().join(' '))
  const pairs = [...groups.values()].flatMap((group) => pairsWithin(group.toSorted(byKnown)))
  return pairs.toSorted((a, b) => strength(b) - strength(a))
}

function pairsWithin(group: readonly NamedSpeaker[]): LikelyPair[] {
  const firsts = group.length > MOST_OF_ONE_NAME ? group.slice(0, 1) : group
  return firsts.flatMap((one, index) =>
    group
      .slice(index + 1)
      .map((other): LikelyPair => ({ parts: [paired(one), paired(other)], why: whyOf(one, other) })),
  )
}

function paired({ id, name, company }: NamedSpeaker) {
  return pairedPart({ id, name, more: company ?? undefined })
}

function whyOf(one: NamedSpeaker, other: NamedSpeaker): Likeness[] {
  const titles = new Set(one.sessions.map(nameKey))
  const why: Record<Likeness, boolean> = {
    'same-company': one.company !== null && other.company !== null && looseKey(one.company) === looseKey(other.company),
    'same-session': other.sessions.some((title) => titles.has(nameKey(title))),
    'other-source': !one.sources.some((source) => other.sources.includes(source)),
  }
  return (['same-company', 'same-session', 'other-source'] as const).filter((likeness) => why[likeness])
}

function strength({ why }: LikelyPair): number {
  return why.reduce((sum, likeness) => sum + (likeness === 'other-source' ? 1 : 2), 0)
}

function byKnown(a: NamedSpeaker, b: NamedSpeaker): number {
  const known = ({ sessions, company }: NamedSpeaker) => sessions.length * 2 + (company ? 1 : 0)
  return known(b) - known(a) || (a.id < b.id ? -1 : 1)
}
