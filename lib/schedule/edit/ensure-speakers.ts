import type { Prisma } from '@/generated/prisma/client'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { takenSlugs } from '@/lib/program/part-addresses'
import type { Person } from '@/lib/program/snapshot'
import { loadBecame } from '../merging/became'

/**
 * The ids of these people as speakers of the conference, made where nobody of that name and company is known; in their
 * order, each once. Who was merged into another is that one.
 */
export async function ensureSpeakers(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  people: Person[],
): Promise<string[]> {
  const known = await tx.speaker.findMany({
    where: { conferenceId, name: { in: people.map(({ name }) => name) } },
    select: { id: true, name: true, company: true, archivedAt: true },
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  })
  const became = known.some(({ archivedAt }) => archivedAt) ? await loadBecame(tx, conferenceId, 'speaker') : null
  const ids: string[] = []
  for (const person of people) {
    const found = known.find(({ name, company }) => name === person.name && company === person.company)
    const id = found ? (became?.(found.id) ?? found.id) : await addSpeaker(tx, conferenceId, person)
    if (!ids.includes(id)) ids.push(id)
  }
  return ids
}

async function addSpeaker(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  { name, company }: Person,
): Promise<string> {
  const base = slugify(name, 'speaker')
  const taken = await tx.speaker.findMany({
    where: { conferenceId, slug: { startsWith: base } },
    select: { slug: true },
  })
  const { id } = await tx.speaker.create({
    data: { conferenceId, slug: uniqueSlug(base, await takenSlugs(tx, conferenceId, 'speaker', taken)), name, company },
  })
  return id
}
