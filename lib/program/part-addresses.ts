import type { AddressKind, Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'

type Tx = Prisma.TransactionClient

/** Every address that parts of this kind have or had in the conference: none is given to another. */
export async function takenSlugs(
  tx: Tx,
  conferenceId: string,
  kind: AddressKind,
  standing: readonly { slug: string }[],
): Promise<Set<string>> {
  const former = await tx.addressAlias.findMany({ where: { conferenceId, kind }, select: { slug: true } })
  return new Set([...standing, ...former].map(({ slug }) => slug))
}

/** Which part has moved away from this address; null: none. */
export async function findMoved(
  db: Database,
  conferenceId: string,
  kind: AddressKind,
  slug: string,
): Promise<string | null> {
  const alias = await db.addressAlias.findUnique({
    where: { conferenceId_kind_slug: { conferenceId, kind, slug } },
    select: { partId: true },
  })
  return alias?.partId ?? null
}

type Renamed = {
  id: string
  conferenceId: string
  kind: AddressKind
  slug: string
  name: string
  newName: string
  /** All parts of its kind, itself too. */ all: readonly { slug: string }[]
  now: Date
}

/**
 * The address of a part that gets another name. The one that it had leads to it from then on; one that it had earlier
 * it may have again. A name that is written the same in addresses keeps its address.
 */
export async function addressAfterRename(
  tx: Tx,
  { id, conferenceId, kind, slug, name, newName, all, now }: Renamed,
): Promise<string> {
  const wanted = slugify(newName, kind)
  if (wanted === slugify(name, kind)) return slug
  const own = await tx.addressAlias.findMany({ where: { conferenceId, kind, partId: id }, select: { slug: true } })
  const taken = await takenSlugs(tx, conferenceId, kind, all)
  const standing = new Set(all.map((part) => part.slug))
  // After merges that were taken back, an address of before may be another part's again.
  for (const alias of own) if (!standing.has(alias.slug)) taken.delete(alias.slug)
  const next = uniqueSlug(wanted, taken)
  await tx.addressAlias.deleteMany({ where: { conferenceId, kind, slug: next } })
  await tx.addressAlias.create({ data: { conferenceId, kind, slug, partId: id, createdAt: now } })
  return next
}

/** Lets every address of a part that is merged away lead to what it became. */
export async function moveAddresses(
  tx: Tx,
  {
    conferenceId,
    kind,
    slug,
    id,
    intoId,
    now,
  }: { conferenceId: string; kind: AddressKind; slug: string; id: string; intoId: string; now: Date },
): Promise<void> {
  await tx.addressAlias.updateMany({ where: { conferenceId, kind, partId: id }, data: { partId: intoId } })
  await tx.addressAlias.createMany({
    data: [{ conferenceId, kind, slug, partId: intoId, createdAt: now }],
    skipDuplicates: true,
  })
}

/** The earlier addresses of a conference's parts, by part. */
export async function listFormerSlugs(db: Database, conferenceId: string): Promise<Map<string, string[]>> {
  const aliases = await db.addressAlias.findMany({
    where: { conferenceId },
    select: { partId: true, slug: true },
    orderBy: [{ kind: 'asc' }, { slug: 'asc' }],
  })
  const byPart = new Map<string, string[]>()
  for (const { partId, slug } of aliases) byPart.set(partId, [...(byPart.get(partId) ?? []), slug])
  return byPart
}
