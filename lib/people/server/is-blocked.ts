import type { Database } from '@/lib/platform/db'
import { AppError, type RefusalCode } from '@/lib/platform/errors'
import { viewerOfCookies, type Viewer } from './viewer-of-cookies'

/** Is this person blocked? */
export async function isBlocked(db: Database, id: string): Promise<boolean> {
  return (await db.user.count({ where: { id, blockedAt: { not: null } } })) > 0
}

/** What somebody who is blocked hears because they are a guest: that they sign in first, or that nothing is there. */
const OF_GUESTS: readonly RefusalCode[] = ['UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN']

/**
 * What a refusal is to whoever sends these cookies: of somebody who is blocked it is not asked that they sign in, which
 * would not help them, and what they may not see any more is not said to be gone.
 * @param heard who was refused, as far as that was known; whoever was heard though they are blocked is told the truth
 */
export async function refusalFor(
  db: Database,
  cookieHeader: string | null,
  heard: Viewer | null,
  refusal: AppError,
): Promise<AppError> {
  if (heard?.kind !== 'guest' || !OF_GUESTS.includes(refusal.code)) return refusal
  const known = await viewerOfCookies(db, cookieHeader, { evenBlocked: true })
  return known.kind === 'user' ? new AppError('BLOCKED', refusal.detail) : refusal
}
