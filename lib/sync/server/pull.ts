import { Prisma, type PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Pull } from '../protocol'
import { AppError } from '@/lib/platform/errors'
import { readStanding } from './marks'
import { requirePerson } from './person'
import type { RowsOf, ServedKind } from './served-kind'

type PullOf<Kinds extends readonly ServedKind[]> = RowsOf<Kinds> & { revision: number; mark?: string; isAll?: boolean }

/**
 * What was written of a person's after their device's cursor, tombstones included, and the cursor for the next time.
 * @param kinds what rooms registered
 * @throws {AppError} UNAUTHENTICATED or ACCOUNT_GONE unless the signed-in viewer is the person whose store asks
 */
export async function readPull<const Kinds extends readonly ServedKind[]>(
  kinds: Kinds,
  db: PrismaClient,
  viewer: Viewer,
  { person, after, mark }: Pull,
): Promise<PullOf<Kinds>> {
  const { id: userId } = await requirePerson(db, viewer, person)
  // The counter first: whatever it covers is there to be read, and what is written meanwhile comes twice rather than
  // never.
  const standing = await readStanding(db, userId, mark)
  if (!standing) throw new AppError('ACCOUNT_GONE', 'person')
  const { revision } = standing
  const isAll = mark === undefined ? BigInt(after) > revision : !standing.isKnown
  const from = isAll ? 0n : BigInt(after)
  const withNews = await kindsWithNews(kinds, db, userId, from)
  const rows = await Promise.all(
    kinds.map(async ({ name, list }) => [name, withNews.has(name) ? await list(db, userId, from) : []] as const),
  )
  // Which name has rows of which type is lost on the way through an object.
  const told = Object.fromEntries(rows) as RowsOf<Kinds>
  // A build that keeps no marks would take a lower number for a reason to forget what it holds: it hears all there is
  // until the counter passes its cursor.
  if (mark === undefined) return { ...told, revision: Math.max(after, Number(revision)) }
  return { ...told, revision: Number(revision), mark: standing.mark, ...(isAll && { isAll }) }
}

/** Most of whom pull have news of one kind, or none: one question about all spares several about each of the others. */
async function kindsWithNews(
  kinds: readonly ServedKind[],
  db: PrismaClient,
  userId: string,
  after: bigint,
): Promise<Set<string>> {
  const asked = kinds.map(({ name, hasNews }) => Prisma.sql`SELECT ${name} AS "name" WHERE ${hasNews(userId, after)}`)
  const rows = await db.$queryRaw<{ name: string }[]>`/* named: news */ ${Prisma.join(asked, ' UNION ALL ')}`
  return new Set(rows.map(({ name }) => name))
}
