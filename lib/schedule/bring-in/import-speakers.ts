import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { takenSlugs } from '@/lib/program/part-addresses'
import { nameKey } from '@/lib/program/names/name-key'
import type { ProgramSpeaker } from '@/lib/program/program'
import { partFields, saidOfSpeakerSchema, type SaidOfSpeaker } from '../overrides/part-fields'
import { insertRows } from './insert-rows'
import { groupBy } from '@/lib/platform/collections/group-by'

type Known = {
  id: string
  /** What is shown. */ shown: SaidOfSpeaker
  /** What this source said last; null: nothing that was kept. */ said: SaidOfSpeaker | null
  decided: ReadonlySet<string>
}

/** Which speaker of the conference a program's speaker is, by the program's key. */
export type Speakers = { idOf: (key: string) => string | undefined; isNews: boolean }

/**
 * Makes the speakers that this source has not named before, and brings the others up to what it says now, but for what
 * an organizer decided of them. A name is
 * never enough to take two people for one, across sources or within one; but where a source has no ids, and one person
 * of a name is gone while another of that name came, they changed their company.
 */
export async function bringSpeakers(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  sourceId: string,
  given: ProgramSpeaker[],
): Promise<Speakers> {
  const speakers = [...new Map(given.map((speaker) => [speaker.key, speaker])).values()]
  const aliases = await listAliases(tx, sourceId)
  // Who was merged into another is that one, whoever else is named; of the other they say nothing.
  const keys = new Set(speakers.map(({ key }) => key))
  const merged = new Map(
    aliases.flatMap(({ key, mergeId, speaker }) => (mergeId && keys.has(key) ? [[key, speaker]] : [])),
  )
  const own = findKnown(
    aliases.filter(({ mergeId }) => mergeId === null),
    speakers,
  )
  const known = new Map([...own, ...merged])
  const unknown = speakers.filter(({ key }) => !known.has(key))
  const renamed = findRenamed(aliases, known, unknown)
  const added = unknown.filter(({ key }) => !renamed.has(key)).map((speaker) => ({ ...speaker, id: randomUUID() }))
  await addSpeakers(tx, conferenceId, added)
  await nameSpeakers(tx, sourceId, aliases, [
    ...added.map(({ key, id }) => ({ key, speakerId: id })),
    ...[...renamed].map(([key, { id }]) => ({ key, speakerId: id })),
  ])
  const changed = speakers.flatMap((speaker) => {
    const before = own.get(speaker.key) ?? renamed.get(speaker.key)
    return before && (before.said === null || differ(before, speaker)) ? [follow(before, speaker)] : []
  })
  await updateSpeakers(tx, changed)
  const ids = new Map([
    ...[...known, ...renamed].map(([key, { id }]) => [key, id] as const),
    ...added.map(({ key, id }) => [key, id] as const),
  ])
  return { idOf: (key) => ids.get(key), isNews: added.length > 0 || changed.some(({ isSeen }) => isSeen) }
}

type Alias = { key: string; mergeId: string | null; speaker: Known }

async function listAliases(tx: Prisma.TransactionClient, sourceId: string): Promise<Alias[]> {
  const rows = await tx.speakerAlias.findMany({
    where: { sourceId },
    select: {
      key: true,
      mergeId: true,
      speaker: {
        select: {
          id: true,
          name: true,
          company: true,
          tagline: true,
          bio: true,
          imported: true,
          overrides: { where: { givenBackIn: null }, select: { field: true } },
        },
      },
    },
  })
  return rows.map(({ key, mergeId, speaker: { id, imported, overrides, ...shown } }) => {
    const said = saidOfSpeakerSchema.nullable().parse(imported)
    return { key, mergeId, speaker: { id, shown, said, decided: new Set(overrides.map(({ field }) => field)) } }
  })
}

/**
 * Whom keys were given to before. One person had several keys if they changed company; of two that come together one is
 * somebody else: not the one who is as they were.
 */
function findKnown(aliases: Alias[], speakers: ProgramSpeaker[]): Map<string, Known> {
  const owners = new Map(aliases.map(({ key, speaker }) => [key, speaker]))
  const keyOf = new Map<string, string>()
  for (const speaker of speakers) {
    const owner = owners.get(speaker.key)
    if (owner && (!keyOf.has(owner.id) || !differ(owner, speaker))) keyOf.set(owner.id, speaker.key)
  }
  return new Map([...owners].filter(([key, { id }]) => keyOf.get(id) === key))
}

function findRenamed(
  aliases: Alias[],
  known: ReadonlyMap<string, Known>,
  unknown: ProgramSpeaker[],
): Map<string, Known> {
  const stillNamed = new Set([...known.values()].map(({ id }) => id))
  const gone = new Map(
    aliases.filter(({ speaker }) => !stillNamed.has(speaker.id)).map(({ speaker }) => [speaker.id, speaker]),
  )
  const named = [...gone.values()].map((speaker) => ({ ...speaker, name: saidOf(speaker).name }))
  const [goneByName, newByName] = [byName(named), byName(unknown)]
  return new Map(
    [...newByName].flatMap(([name, [speaker, rival]]) => {
      const [candidate, another] = goneByName.get(name) ?? []
      return speaker && !rival && candidate && !another && isNamedKey(speaker) ? [[speaker.key, candidate]] : []
    }),
  )
}

function byName<Item extends { name: string }>(items: Item[]): Map<string, Item[]> {
  return groupBy(items, ({ name }) => nameKey(name))
}

/** A key made of the name, since the source has no ids. */
function isNamedKey({ key, name }: ProgramSpeaker): boolean {
  return key.includes('|') && nameKey(key).startsWith(nameKey(name))
}

async function nameSpeakers(
  tx: Prisma.TransactionClient,
  sourceId: string,
  aliases: Alias[],
  named: { key: string; speakerId: string }[],
): Promise<void> {
  const taken = new Set(aliases.map(({ key }) => key))
  const moved = named.flatMap(({ key }) => (taken.has(key) ? [key] : []))
  if (moved.length > 0) await tx.speakerAlias.deleteMany({ where: { sourceId, key: { in: moved } } })
  await insertRows(
    tx,
    'SpeakerAlias',
    named.map((alias) => ({ sourceId, ...alias })),
  )
}

async function addSpeakers(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  added: (ProgramSpeaker & { id: string })[],
): Promise<void> {
  if (added.length === 0) return
  const slugs = await takenSlugs(
    tx,
    conferenceId,
    'speaker',
    await tx.speaker.findMany({ where: { conferenceId }, select: { slug: true } }),
  )
  const rows = added.map(({ id, name, company, tagline, bio }) => {
    const slug = uniqueSlug(slugify(name, 'speaker'), slugs)
    slugs.add(slug)
    const said = { name, company, tagline, bio }
    return { id, conferenceId, slug, ...said, imported: said }
  })
  await insertRows(tx, 'Speaker', rows)
}

type Followed = { id: string; shown: SaidOfSpeaker; said: SaidOfSpeaker; /** By people. */ isSeen: boolean }

/** A speaker as they are once their source said this of them. */
function follow({ id, shown, decided }: Known, given: ProgramSpeaker): Followed {
  const said = saidOfSpeakerSchema.parse(given)
  const kept = partFields.speaker.filter((field) => decided.has(field)).map((field) => [field, shown[field]])
  const after = saidOfSpeakerSchema.parse({ ...said, ...Object.fromEntries(kept) })
  return { id, shown: after, said, isSeen: !areSame(after, shown) }
}

async function updateSpeakers(tx: Prisma.TransactionClient, changed: Followed[]): Promise<void> {
  if (changed.length === 0) return
  const rows = JSON.stringify(changed.map(({ id, shown, said }) => ({ id, ...shown, imported: said })))
  await tx.$executeRaw`
    UPDATE "Speaker" s
    SET "name" = r."name", "company" = r."company", "tagline" = r."tagline", "bio" = r."bio", "imported" = r."imported"
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r("id" uuid, "name" text, "company" text, "tagline" text, "bio" text, "imported" jsonb)
    WHERE s."id" = r."id"`
}

/** What the source said of them the last time. */
function saidOf({ said, shown }: Known): SaidOfSpeaker {
  return said ?? shown
}

function differ(known: Known, given: ProgramSpeaker): boolean {
  return !areSame(saidOf(known), given)
}

function areSame(a: SaidOfSpeaker, b: SaidOfSpeaker): boolean {
  return partFields.speaker.every((field) => a[field] === b[field])
}
