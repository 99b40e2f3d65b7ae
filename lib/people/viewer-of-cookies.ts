import type { Database } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import { readClaims } from './session-token'

/** Whoever asks. */
export type Viewer = { kind: 'guest' } | { kind: 'user'; id: string; email: string; name: string | null; language: string | null }

const guest: Viewer = { kind: 'guest' }

/**
 * Who sends these cookies; for the front door, which knows no Next. A token from before "sign out everywhere", or of a
 * person who is gone, is a guest's.
 * @param cookieHeader the Cookie header as sent, if any
 */
export async function viewerOfCookies(db: Database, cookieHeader: string | null | undefined): Promise<Viewer> {
  // Most of a crowd are guests, and reading the environment takes longer than all the rest.
  if (!cookieHeader?.includes('next-auth.session-token')) return guest
  const claims = await readClaims(cookieHeader, readEnvironment())
  if (!claims) return guest
  const user = await db.user.findUnique({ where: { id: claims.sub }, select: { id: true, email: true, name: true, language: true, validFrom: true } })
  if (!user || claims.signedInAt < user.validFrom.getTime()) return guest
  return { kind: 'user', id: user.id, email: user.email, name: user.name, language: user.language }
}
