import { looseKey, nameKey } from '@/lib/program/names/name-key'

/** A room whose name may be two or more rooms', and what they may be called. */
export type LikelySplit = { id: string; name: string; into: string[] }

const MOST_PARTS = 4
/** "+" between two names, never one that is part of a name ("C++"). */
const PLUS = /\s+\+\s+|(?<=[\p{L}\p{N})])\+(?=[\p{L}\p{N}])/u
/** What is said of a room's programme is no part of its name. */
const TRACK = /\s*\((?:track|piste|stream|thème|theme)\b[^()]*\)$/iu

/** The rooms that look like several: asked, never done. @param answered keys of names of which somebody said it */
export function likelySplits(
  rooms: readonly { id: string; name: string }[],
  answered: ReadonlySet<string>,
): LikelySplit[] {
  const named = new Map(rooms.map(({ name }) => [nameKey(name), name]))
  return rooms.flatMap(({ id, name }) => {
    const into = answered.has(nameKey(name)) ? [] : partsOfName(name, named)
    return into.length > 1 ? [{ id, name, into }] : []
  })
}

function partsOfName(name: string, named: ReadonlyMap<string, string>): string[] {
  const parts = name.split(PLUS).map((part) => part.trim())
  if (parts.length < 2 || parts.length > MOST_PARTS || parts.some((part) => looseKey(part) === '')) return []
  const called = parts.map((part) => {
    const short = part.replace(TRACK, '')
    return named.get(nameKey(part)) ?? named.get(nameKey(short)) ?? (short || part)
  })
  return new Set(called.map(nameKey)).size === called.length ? called : []
}
