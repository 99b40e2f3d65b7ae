import type { PrismaClient } from '@/generated/prisma/client'
import type { Capability } from '@/lib/people/permissions'
import { requireAccess } from '@/lib/people/server/access'
import { viewerOfCookies, type Viewer } from '@/lib/people/server/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import type { KnownConference } from './conferences'

/** May whoever sends these cookies see the conference? A public one is not asked about. */
export async function maySee(
  db: PrismaClient,
  cookies: string | undefined,
  conference: Pick<KnownConference, 'id' | 'visibility'>,
): Promise<boolean> {
  return conference.visibility === 'public' || mayViewerSee(db, await viewerOfCookies(db, cookies), conference)
}

/** The same of a viewer who is known, or whether they may do something else there. */
export async function mayViewerSee(
  db: PrismaClient,
  viewer: Viewer,
  conference: Pick<KnownConference, 'id' | 'visibility'>,
  capability: Capability = 'see',
): Promise<boolean> {
  try {
    await requireAccess(db, viewer, conference, capability)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
