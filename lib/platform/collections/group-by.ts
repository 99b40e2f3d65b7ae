/** Items by a key, in the order of their first ones. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const together = groups.get(key)
    if (together) together.push(item)
    else groups.set(key, [item])
  }
  return groups
}
