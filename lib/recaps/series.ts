/** A recap as a part of its series. */
export type PartInSeries = {
  id: string
  position: number
  label: string | null
  title: string
  /** Where it is published; null: not yet. */ slug: string | null
}

export type SeriesPart = Omit<PartInSeries, 'position'> & {
  /** Counted from 1 among the parts without a label of their own ("Bonus"); null for those with one. */
  number: number | null
}

/**
 * The parts of a series in their order, numbered; those to come are counted, so that no number changes when one
 * appears.
 */
export function orderParts(parts: readonly PartInSeries[]): SeriesPart[] {
  let number = 0
  return [...parts]
    .sort(byPosition)
    .map(({ id, label, title, slug }) => ({ id, label, title, slug, number: label === null ? ++number : null }))
}

/**
 * Finds the parts before and after this one in its series, whether published or still to come.
 * @param parts in their order
 * @returns null at either end, and where the part is not among them
 */
export function neighboursOf(
  parts: readonly SeriesPart[],
  id: string,
): { previous: SeriesPart | null; next: SeriesPart | null } {
  const index = parts.findIndex((part) => part.id === id)
  if (index === -1) return { previous: null, next: null }
  return { previous: parts[index - 1] ?? null, next: parts[index + 1] ?? null }
}

/**
 * The ids in their new order: those named first, as named; those that were not stay behind them in the order they had.
 */
export function reorder(current: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(current)
  const named = [...new Set(wanted)].filter((id) => known.has(id))
  return [...named, ...current.filter((id) => !named.includes(id))]
}

function byPosition(a: PartInSeries, b: PartInSeries): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}
