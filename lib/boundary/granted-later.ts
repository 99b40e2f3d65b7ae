import type { Granted } from '@/lib/people/granted'
import type { Capability } from '@/lib/people/permissions'
import { grant } from '@/lib/people/server/grant'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/**
 * The proof for what somebody decided before and a job does now: they may still do it.
 * @returns null where they may not any more, or are gone
 */
export async function grantedLater<What extends Capability>(
  db: Database,
  { conferenceId, userId }: { conferenceId: string; userId: string | null },
  may: What,
): Promise<Granted<What> | null> {
  const [person, conference] = [
    userId && (await db.user.findUnique({ where: { id: userId }, select: viewerFields })),
    await db.conference.findFirst({ where: { id: conferenceId, deletedAt: null }, select: { slug: true } }),
  ]
  if (!person || !conference) return null
  try {
    return (await grant(db, { kind: 'user', ...person }, conference.slug, may)).granted
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const viewerFields = { id: true, email: true, name: true, language: true } as const
