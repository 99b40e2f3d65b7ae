import type { PrismaClient } from '@/generated/prisma/client'
import { listPhotos } from '@/lib/notes/photo-queries'
import { listNotes } from '@/lib/notes/queries'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { listPlan } from '@/lib/planning/queries'
import type { PullAnswer } from '../answers'
import type { Pull } from '../protocol'
import { requirePerson } from './person'

/**
 * What was written of a person's after their device's cursor, tombstones included, and the cursor for the next time.
 * @throws {AppError} UNAUTHENTICATED or ACCOUNT_GONE unless the signed-in viewer is the person whose store asks
 */
export async function pull(db: PrismaClient, viewer: Viewer, { person, after }: Pull): Promise<PullAnswer> {
  const { id: userId } = await requirePerson(db, viewer, person)
  // The counter first: whatever it covers is there to be read, and what is written meanwhile comes twice rather than never.
  const { revision } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { revision: true } })
  // A cursor that the counter never reached is from before a backup was restored.
  const from = BigInt(after) > revision ? 0n : BigInt(after)
  const [plan, notes, photos] = await Promise.all([listPlan(db, userId, from), listNotes(db, userId, from), listPhotos(db, userId, from)])
  return { ...plan, notes, photos, revision: Number(revision) }
}
