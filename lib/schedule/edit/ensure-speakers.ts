import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { takenSlugs } from '@/lib/program/part-addresses'
import type { Person } from '@/lib/program/snapshot'
import { loadBecame } from '@/lib/program/became'
import { insertRows } from '../bring-in/insert-rows'
import { saidOfSpeakerSchema } from '../overrides/part-fields'

type Tx = Prisma.TransactionClient

/**
 * The ids of these people as speakers of the conference, made where nobody of that name and company is known, be it as
 * a source says it; in their order, each once. Who was merged into another is that one.
 */
export async function ensureSpeakers(tx: Tx, conferenceId: string, people: readonly Person[]): Promise<string[]> {
  const [ids = []] = await ensureSpeakersOf(tx, conferenceId, [people])
  return ids
}

/** The same for several lists of people in a few statements: who is in two of them is one. */
export async function ensureSpeakersOf(
  tx: Tx,
  conferenceId: string,
  lists: readonly (readonly Person[])[],
): Promise<string[][]> {
  const people = new Map(lists.flatMap((list) => list.map((person) => [keyOf(person), person])))
  const found = await findSpeakers(tx, conferenceId, [...people.values()])
  const added = [...people.values()].filter((person) => !found.has(keyOf(person)))
  for (const speaker of await addSpeakers(tx, conferenceId, added)) found.set(keyOf(speaker), speaker.id)
  return lists.map((list) => [...new Set(list.flatMap((person) => found.get(keyOf(person)) ?? []))])
}

function keyOf({ name, company }: Person): string {
  return JSON.stringify([name, company])
}

/** Those who are known, by what they are called: as they are shown before as a source says it. */
async function findSpeakers(tx: Tx, conferenceId: string, people: readonly Person[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const names = people.map(({ name }) => name)
  const known = await tx.$queryRaw<
    (Person & { id: string; archivedAt: Date | null; imported: Prisma.JsonValue | null })[]
  >`
    SELECT "id"::text, "name", "company", "archivedAt", "imported" FROM "Speaker"
    WHERE "conferenceId" = ${conferenceId}::uuid
      AND ("name" = ANY(${names}) OR "imported"->>'name' = ANY(${names}))
    ORDER BY "archivedAt" NULLS FIRST, "id"`
  const became = known.some(({ archivedAt }) => archivedAt) ? await loadBecame(tx, conferenceId, 'speaker') : null
  const ids = new Map<string, string>()
  const add = (person: Person | null, id: string) => {
    if (person && !ids.has(keyOf(person))) ids.set(keyOf(person), became?.(id) ?? id)
  }
  for (const person of known) add(person, person.id)
  for (const { id, imported } of known) add(saidOfSpeakerSchema.nullable().parse(imported), id)
  return ids
}

async function addSpeakers(tx: Tx, conferenceId: string, people: readonly Person[]) {
  if (people.length === 0) return []
  const standing = await tx.speaker.findMany({ where: { conferenceId }, select: { slug: true } })
  const taken = await takenSlugs(tx, conferenceId, 'speaker', standing)
  const rows = people.map(({ name, company }) => {
    const slug = uniqueSlug(slugify(name, 'speaker'), taken)
    taken.add(slug)
    return { id: randomUUID(), conferenceId, slug, name, company }
  })
  await insertRows(tx, 'Speaker', rows)
  return rows
}
