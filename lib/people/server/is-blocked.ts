import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { viewerOfCookies } from './viewer-of-cookies'

/** Is this person blocked? */
export async function isBlocked(db: Database, id: string): Promise<boolean> {
  return (await db.user.count({ where: { id, blockedAt: { not: null } } })) > 0
}

/**
 * What a refusal is to whoever sends these cookies: of somebody who is blocked it is not asked that they sign in, which
 * would not help them.
 */
export async function refusalFor(db: Database, cookieHeader: string | null, refusal: AppError): Promise<AppError> {
  if (refusal.code !== 'UNAUTHENTICATED') return refusal
  const [heard, known] = [
    await viewerOfCookies(db, cookieHeader),
    await viewerOfCookies(db, cookieHeader, { evenBlocked: true }),
  ]
  return heard.kind === 'guest' && known.kind === 'user' ? new AppError('BLOCKED', refusal.detail) : refusal
}
