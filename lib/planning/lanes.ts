/** Where an item is drawn: in which of how many columns. */
export type Placed<T> = { item: T; /** From 0. */ lane: number; lanes: number }

type Times = { start: number; end: number }
type Cluster<T> = { placed: { item: T; lane: number }[]; /** When each lane is free again. */ freeAt: number[] }

/**
 * Puts what overlaps side by side, in as few columns as it takes. Items that are joined by overlaps share the number of
 * columns; others have the width to themselves. In order of start, the longer first.
 */
export function assignLanes<T>(items: readonly T[], timesOf: (item: T) => Times): Placed<T>[] {
  const timed = items.map((item) => ({ item, ...timesOf(item) })).sort((a, b) => a.start - b.start || b.end - a.end)
  const clusters: Cluster<T>[] = []
  for (const { item, start, end } of timed) {
    const last = clusters.at(-1)
    const cluster = last?.freeAt.some((free) => free > start) ? last : openCluster(clusters)
    const free = cluster.freeAt.findIndex((at) => at <= start)
    const lane = free === -1 ? cluster.freeAt.length : free
    cluster.freeAt[lane] = end
    cluster.placed.push({ item, lane })
  }
  return clusters.flatMap(({ placed, freeAt }) => placed.map((at) => ({ ...at, lanes: freeAt.length })))
}

function openCluster<T>(clusters: Cluster<T>[]): Cluster<T> {
  const cluster: Cluster<T> = { placed: [], freeAt: [] }
  clusters.push(cluster)
  return cluster
}
