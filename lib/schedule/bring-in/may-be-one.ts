import { keyOfBefore } from '@/lib/program/names/name-key'

type Named = { id: string; name: string }

/**
 * Which rooms (or tracks) may be one under several spellings: names that are the same letters and digits, or of which
 * one goes on after a bar where the other ends ("G104 - 105 | Community Hub"). People decide: "Level -1" and "Level 1"
 * are listed, too.
 * @returns the others by the id of each that has any
 */
export function mayBeOne<Part extends Named>(parts: readonly Part[]): Map<string, Part[]> {
  const [byName, byStart] = [new Map<string, Part[]>(), new Map<string, Part[]>()]
  for (const part of parts) {
    add(byName, keyOf(part.name), part)
    add(byStart, keyOf(startOf(part.name)), part)
  }
  return new Map(
    parts.flatMap((part) => {
      // Two that go on otherwise after one start are two: "Hall 7 | Room A", "Hall 7 | Room B".
      const alike = [
        ...(byName.get(keyOf(part.name)) ?? []),
        ...(byStart.get(keyOf(part.name)) ?? []),
        ...(byName.get(keyOf(startOf(part.name))) ?? []),
      ]
      const others = [...new Set(alike)].filter(({ id }) => id !== part.id)
      return others.length > 0 ? [[part.id, others] as const] : []
    }),
  )
}

function add<Part>(parts: Map<string, Part[]>, key: string, part: Part): void {
  if (key !== '') parts.set(key, [...(parts.get(key) ?? []), part])
}

function startOf(name: string): string {
  return name.split(/\s*\|/)[0] ?? ''
}

function keyOf(name: string): string {
  return keyOfBefore(name).replace(/ /g, '')
}
