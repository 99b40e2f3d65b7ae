import type { PrismaClient } from '@/generated/prisma/client'
import { requireAccess } from '@/lib/people/access'
import { viewerOfCookies } from '@/lib/people/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import type { KnownConference } from './conferences'

/** May whoever sends these cookies see the conference? A public one is not asked about. */
export async function maySee(db: PrismaClient, cookies: string | undefined, conference: Pick<KnownConference, 'id' | 'visibility'>): Promise<boolean> {
  if (conference.visibility === 'public') return true
  try {
    await requireAccess(db, await viewerOfCookies(db, cookies), conference, 'see')
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
