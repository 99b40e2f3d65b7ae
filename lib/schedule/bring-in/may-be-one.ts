import { keyOfBefore } from '@/lib/program/name-key'

type Named = { id: string; name: string }

/**
 * Which rooms (or tracks) may be one under several spellings: names that are the same letters and digits, or of which
 * one goes on after a bar where the other ends ("G104 - 105 | Community Hub"). People decide: "Level -1" and "Level 1"
 * are listed, too.
 * @returns the others by the id of each that has any
 */
export function mayBeOne<Part extends Named>(parts: readonly Part[]): Map<string, Part[]> {
  const keys = new Map(parts.map((part) => [part, keysOf(part.name)]))
  const byKey = new Map<string, Part[]>()
  for (const [part, found] of keys) for (const key of found) byKey.set(key, [...(byKey.get(key) ?? []), part])
  return new Map(
    parts.flatMap((part) => {
      const others = [...new Set((keys.get(part) ?? []).flatMap((key) => byKey.get(key) ?? []))].filter(
        ({ id }) => id !== part.id,
      )
      return others.length > 0 ? [[part.id, others] as const] : []
    }),
  )
}

function keysOf(name: string): string[] {
  const [start = ''] = name.split(/\s*\|/)
  return [...new Set([name, start].map((text) => keyOfBefore(text).replace(/ /g, '')).filter(Boolean))]
}
