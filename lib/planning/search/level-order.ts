import { fold } from '@/lib/platform/search/fold'

/** By what begins the word of a level, from the easiest on, in English and French, without accents. */
const known = [
  ['beginner', 'introduct', 'intro', 'novice', 'basic', 'entry', 'debutant', 'initiation'],
  ['intermedia'],
  ['advanced', 'avance', 'confirme'],
  ['expert'],
  ['all', 'any', 'every', 'tous', 'toutes', 'tout public'],
] as const

/**
 * Orders levels, which are in their sources' words: the easier first, then those for everybody, then what nobody knows,
 * by name.
 */
export function byLevel(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || a.localeCompare(b)
}

function placeOf(level: string): number {
  const word = fold(level).trim()
  const place = known.findIndex((beginnings) => beginnings.some((beginning) => word.startsWith(beginning)))
  return place === -1 ? known.length : place
}
