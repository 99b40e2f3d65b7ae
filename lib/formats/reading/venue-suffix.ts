/**
 * The end that most places share, as ", Amsterdam, Netherlands" in "Hall 8 | Room E, Amsterdam, Netherlands": a venue's
 * address repeated behind every room. It is the longest one (in whole comma-separated parts) shared by more than half
 * of the distinct places; "" when there is none. A place never consists of the suffix alone.
 */
export function venueSuffix(places: string[]): string {
  const distinct = [...new Set(places.map(trimPlace))].filter(Boolean)
  const counts = new Map<string, number>()
  for (const place of distinct) for (const suffix of suffixes(place)) counts.set(suffix, (counts.get(suffix) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count * 2 > distinct.length).map(([suffix]) => suffix)
  return shared.reduce((longest, suffix) => (suffix.length > longest.length ? suffix : longest), '')
}

/** The room's name: the place without the venue's suffix and stray commas; null when nothing is said ("", "TBA"). */
export function roomNameOf(place: string, suffix: string): string | null {
  const whole = trimPlace(place)
  const name = suffix && whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole
  return name === '' || /^(tba|tbd|to be (announced|defined)|à définir)$/i.test(name) ? null : name
}

function trimPlace(place: string): string {
  return place.replace(/[\s,]+$/, '').trim()
}

function suffixes(place: string): string[] {
  return [...place.matchAll(/, /g)].map((comma) => place.slice(comma.index))
}
