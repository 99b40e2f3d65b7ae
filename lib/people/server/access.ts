import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Scope } from '../granted'
import { mayTakePart } from './participation'
import { can, type Capability, type Role } from '../permissions'
import type { Viewer } from './viewer-of-cookies'

/**
 * What a viewer is to a conference; "guest" without an account or a membership, and to a deleted one, in which nobody
 * has a role.
 */
export async function roleOf(db: Database, viewer: Viewer, conferenceId: string): Promise<Role> {
  if (viewer.kind === 'guest') return 'guest'
  const membership = await db.membership.findFirst({
    where: { conferenceId, userId: viewer.id, conference: { deletedAt: null } },
    select: { role: true },
  })
  return membership?.role ?? 'guest'
}

/** What somebody leads in a conference; nothing where they are no lead. */
export async function scopeOf(db: Database, conferenceId: string, userId: string): Promise<Scope> {
  const membership = await db.membership.findUnique({
    where: { conferenceId_userId: { conferenceId, userId }, role: 'lead' },
    select: { trackId: true, colocatedId: true },
  })
  return membership ?? { trackId: null, colocatedId: null }
}

/**
 * Lets whoever may do this pass, and says in which role.
 * @throws {AppError} NOT_FOUND to whoever may not even see the conference; UNAUTHENTICATED to a guest, who might after
 * signing in; else FORBIDDEN
 */
export async function requireAccess(
  db: Database,
  viewer: Viewer,
  conference: { id: string; visibility: 'private' | 'public' },
  capability: Capability,
): Promise<Role> {
  const role = await roleOf(db, viewer, conference.id)
  if (can(role, capability, conference.visibility)) return role
  // A deleted conference is gone for everybody, but what people write and pick there is theirs.
  if (capability === 'plan' && viewer.kind === 'user' && (await mayTakePart(db, viewer.id, conference.id))) return role
  if (!can(role, 'see', conference.visibility)) throw new AppError('NOT_FOUND')
  throw new AppError(viewer.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN', capability)
}
