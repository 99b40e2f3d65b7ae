import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { nameKey } from '@/lib/program/names/name-key'
import { takenSlugs } from '@/lib/program/part-addresses'
import { finderOf, hasOldSpellings, listSaidNames } from '../known-names'

/** What a part is to have that is added: an address that no other has or had, and the place after all others. */
type NewPart = { id: string; slug: string; position: number }

/**
 * What parts are to have that are added by these names, in one look at those that are there.
 * @returns of each name; null where a part is known by it already, be it one that is named before it
 */
export async function placeNewParts(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  of: 'rooms' | 'track',
  names: readonly string[],
): Promise<(NewPart | null)[]> {
  if (names.length === 0) return []
  const query = {
    where: { conferenceId },
    select: { id: true, slug: true, name: true, archivedAt: true, aliases: { select: { key: true, name: true } } },
    orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
  }
  const parts = of === 'rooms' ? await tx.room.findMany(query) : await tx.track.findMany(query)
  const find = finderOf(parts, hasOldSpellings(parts) ? await listSaidNames(tx, conferenceId, of) : [])
  const kind = of === 'rooms' ? 'room' : 'track'
  const [taken, added] = [await takenSlugs(tx, conferenceId, kind, parts), new Set<string>()]
  return names.map((name) => {
    if (find(name) !== undefined || added.has(nameKey(name))) return null
    const slug = uniqueSlug(slugify(name, kind), taken)
    const position = parts.length + added.size
    taken.add(slug)
    added.add(nameKey(name))
    return { id: randomUUID(), slug, position }
  })
}
