/** Items by a key, in the order of their first ones. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const together = groups.get(key)
    if (together) together.push(item)
    else groups.set(key, [item])
  }
  return groups
}
