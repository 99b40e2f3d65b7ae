import type { Prisma } from '@/generated/prisma/client'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { takenSlugs } from '@/lib/program/part-addresses'
import type { Person } from '@/lib/program/snapshot'
import { loadBecame } from '@/lib/program/became'
import { saidOfSpeakerSchema } from '../overrides/part-fields'

/**
 * The ids of these people as speakers of the conference, made where nobody of that name and company is known, be it as
 * a source says it; in their order, each once. Who was merged into another is that one.
 */
export async function ensureSpeakers(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  people: Person[],
): Promise<string[]> {
  const names = people.map(({ name }) => name)
  const said = names.map((name) => ({ imported: { path: ['name'], equals: name } }))
  const known = await tx.speaker.findMany({
    where: { conferenceId, OR: [{ name: { in: names } }, ...said] },
    select: { id: true, name: true, company: true, archivedAt: true, imported: true },
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  })
  const became = known.some(({ archivedAt }) => archivedAt) ? await loadBecame(tx, conferenceId, 'speaker') : null
  const ids: string[] = []
  for (const person of people) {
    const isPerson = (of: Person | null) => of?.name === person.name && of.company === person.company
    const found =
      known.find(isPerson) ?? known.find(({ imported }) => isPerson(saidOfSpeakerSchema.nullable().parse(imported)))
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
