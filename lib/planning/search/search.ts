import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { overlapsWith } from '../conflicts'
import { queryWords } from '@/lib/platform/search/fold'
import type { Picks } from '../schema'
import { foldedTexts, indexOf, weights, type WeightedText } from './search-index'

const noTexts: ReadonlyMap<string, string> = new Map()

/**
 * The sessions in which every word of the query occurs (in title, speakers, companies, rooms, tracks, co-located
 * events, or description), best first, else in the agenda's order. Case and accents do not matter. A query without a
 * word finds all.
 * @param descriptions texts by session id, where they are at hand
 */
export function searchSessions(
  agenda: Agenda,
  query: string,
  descriptions: ReadonlyMap<string, string> = noTexts,
): AgendaSession[] {
  const words = queryWords(query)
  const texts = foldedTexts(descriptions)
  return indexOf(agenda)
    .map(({ session, fields }) => ({
      session,
      score: scoreOf(words, [...fields, { text: texts.get(session.id) ?? '', weight: weights.description }]),
    }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ session }) => session)
}

/** Null unless every word occurs. */
function scoreOf(words: string[], fields: WeightedText[]): number | null {
  let sum = 0
  for (const word of words) {
    const best = Math.max(...fields.map((field) => worthOf(word, field)))
    if (best === 0) return null
    sum += best
  }
  return sum
}

function worthOf(word: string, { text, weight }: WeightedText): number {
  const at = text.indexOf(word)
  if (at === -1) return 0
  if (beginsWord(text, word, at)) return 2 * weight
  // "ai" is in "maintain", but nobody who types it means that.
  return /^[a-z0-9]{1,2}$/.test(word) ? 0 : weight
}

function beginsWord(text: string, word: string, first: number): boolean {
  for (let at = first; at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  }
  return false
}

/** What sessions are narrowed by with the slugs of some of its kind: one of them is enough. */
export const filterFields = ['colocated', 'track', 'room', 'language', 'level'] as const
export type FilterField = (typeof filterFields)[number]

/**
 * Narrows a list of sessions. Tracks, rooms and co-located events are named by slug, so that an address can hold them.
 */
export type SessionFilter = { [field in FilterField]?: readonly string[] } & {
  /** Only what fits my plan: it collides with no first choice of mine. */
  onlyFree?: boolean
  /** Only what I picked, as first choice or plan B. */
  onlyMine?: boolean
  /** Narrows nothing: what I hid is shown like the rest, not folded. */
  hidden?: boolean
}

/** Does this session of the agenda pass every given filter? */
export function matchesFilter(session: AgendaSession, filter: SessionFilter, agenda: Agenda, picks: Picks): boolean {
  return (
    passes(filter.language, (language) => session.language === language) &&
    passes(filter.level, (level) => session.level === level) &&
    passes(filter.track, (slug) => isNamed(agenda.tracks, slug, session.track)) &&
    passes(filter.colocated, (slug) => isNamed(agenda.colocatedEvents, slug, session.colocated)) &&
    passes(filter.room, (slug) => session.rooms.some((room) => isNamed(agenda.rooms, slug, room))) &&
    (!filter.onlyFree || fitsPlan(session, agenda, picks)) &&
    (!filter.onlyMine || picks.get(session.id) === 'first' || picks.get(session.id) === 'planB')
  )
}

function passes(slugs: readonly string[] | undefined, matches: (slug: string) => boolean): boolean {
  return !slugs || slugs.length === 0 || slugs.some(matches)
}

function isNamed(
  parts: { id: string; slug: string; formerly?: string[] }[],
  slug: string,
  id: string | undefined,
): boolean {
  return (
    id !== undefined && parts.some((part) => part.id === id && (part.slug === slug || part.formerly?.includes(slug)))
  )
}

function fitsPlan(session: AgendaSession, agenda: Agenda, picks: Picks): boolean {
  const firstChoices = agenda.sessions.filter(({ id }) => picks.get(id) === 'first')
  return overlapsWith(session, firstChoices).length === 0
}
