import { randomUUID } from 'node:crypto'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What a text becomes whose ids are others from now on. @param ids new ones by old ones */
export function renaming(ids: ReadonlyMap<string, string>): (text: string) => string {
  return ids.size === 0 ? (text) => text : (text) => text.replace(UUID, (id) => ids.get(id) ?? id)
}

/**
 * New ids for what has such already, in the order of the old ones: of two of which one is the smaller, the same one is.
 * @returns new ones by old ones
 */
export function newIds(old: readonly string[]): Map<string, string> {
  const made = old.map(() => randomUUID()).sort()
  return new Map([...old].sort().map((id, at) => [id, made[at] ?? id]))
}
