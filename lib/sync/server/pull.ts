import type { PrismaClient } from '@/generated/prisma/client'
import { listPhotos } from '@/lib/notes/server/photo-queries'
import { listNotes } from '@/lib/notes/server/queries'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { listPlan } from '@/lib/planning/server/queries'
import type { PullAnswer } from '../answers'
import type { Pull } from '../protocol'
import { isKnownMark, markOf } from './marks'
import { requirePerson } from './person'

/**
 * What was written of a person's after their device's cursor, tombstones included, and the cursor for the next time.
 * @throws {AppError} UNAUTHENTICATED or ACCOUNT_GONE unless the signed-in viewer is the person whose store asks
 */
export async function pull(db: PrismaClient, viewer: Viewer, { person, after, mark }: Pull): Promise<PullAnswer> {
  const { id: userId } = await requirePerson(db, viewer, person)
  // The counter first: whatever it covers is there to be read, and what is written meanwhile comes twice rather than
  // never.
  const { revision } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { revision: true } })
  const isAll = mark === undefined ? BigInt(after) > revision : !(await isKnownMark(db, userId, mark))
  const from = isAll ? 0n : BigInt(after)
  const [plan, notes, photos] = await Promise.all([
    listPlan(db, userId, from),
    listNotes(db, userId, from),
    listPhotos(db, userId, from),
  ])
  const told = { ...plan, notes, photos }
  // A build that keeps no marks would take a lower number for a reason to forget what it holds: it hears all there is
  // until the counter passes its cursor.
  if (mark === undefined) return { ...told, revision: Math.max(after, Number(revision)) }
  return { ...told, revision: Number(revision), mark: await markOf(db, userId, revision), ...(isAll && { isAll }) }
}
