import { isPersonalName } from '../reading/personal-name'

/** More names in one text than any session has people: it is no list of them. */
const MOST = 50

/**
 * Who presents, out of the one text for it. It is taken apart only where each part is plainly a person's name: "Ada
 * Moor and Ben Fell" are two, "Bits and Bobs" is one band. A venue is nobody: the website names it where no name was
 * given.
 * @param venues of the whole camp
 */
export function presentersOf(names: string | null, venues: ReadonlySet<string>): string[] {
  if (names === null || venues.has(names)) return []
  const parts = names.split(/\s*(?:,|&|\band\b)\s*/).filter(Boolean)
  return parts.length > 1 && parts.length <= MOST && parts.every(isPersonalName) ? parts : [names]
}
