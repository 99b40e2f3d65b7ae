import type { PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Pull } from '../protocol'
import { isKnownMark, markOf } from './marks'
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
  const { revision } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { revision: true } })
  const isAll = mark === undefined ? BigInt(after) > revision : !(await isKnownMark(db, userId, mark))
  const from = isAll ? 0n : BigInt(after)
  const rows = await Promise.all(kinds.map(async ({ name, list }) => [name, await list(db, userId, from)] as const))
  // Which name has rows of which type is lost on the way through an object.
  const told = Object.fromEntries(rows) as RowsOf<Kinds>
  // A build that keeps no marks would take a lower number for a reason to forget what it holds: it hears all there is
  // until the counter passes its cursor.
  if (mark === undefined) return { ...told, revision: Math.max(after, Number(revision)) }
  return { ...told, revision: Number(revision), mark: await markOf(db, userId, revision), ...(isAll && { isAll }) }
}
