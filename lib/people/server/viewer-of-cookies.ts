import type { Database } from '@/lib/platform/db'
import { now as clock } from '@/lib/platform/clock'
import { saysLeft } from '../cookies'
import { readEnvironment } from '@/lib/platform/env'
import { HOUR_MS } from '@/lib/platform/time'
import { readClaims, type Claims } from '../session-token'
import { oldest } from './sign-ins'

/** Whoever asks. */
export type Viewer =
  | { kind: 'guest' }
  | { kind: 'user'; id: string; email: string; name: string | null; language: string | null }

/** Whoever asks and has signed in. */
export type UserViewer = Extract<Viewer, { kind: 'user' }>

const guest: Viewer = { kind: 'guest' }

/** So exact is what is kept of when a device was last here. */
const SEEN_EVERY_MS = 12 * HOUR_MS
const userFields = { id: true, email: true, name: true, language: true, validFrom: true, blockedAt: true } as const

/**
 * Who sends these cookies; for the front door, which knows no Next. A token of a sign-in that has ended, from before
 * "sign out everywhere", too old, not used for too long, or of a person who is gone, is a guest's; so is one that is
 * sent with word that its person left. One question, and no memory of the answer: what ended is over in every process
 * at once.
 * @param cookieHeader the Cookie header as sent, if any
 * @param evenBlocked whoever is blocked is a guest, but for what lets them take along or delete what is theirs
 */
export async function viewerOfCookies(
  db: Database,
  cookieHeader: string | null | undefined,
  { evenBlocked = false }: { evenBlocked?: boolean } = {},
): Promise<Viewer> {
  // Most of a crowd are guests, and reading the environment takes longer than all the rest.
  if (!cookieHeader?.includes('next-auth.session-token') || saysLeft(cookieHeader)) return guest
  const claims = await readClaims(cookieHeader, readEnvironment())
  if (!claims) return guest
  const at = clock()
  if (claims.signedInAt < oldest(at).begun.getTime()) return guest
  const user = claims.signInId
    ? await userOfSignIn(db, claims.sub, claims.signInId, at)
    : await db.user.findUnique({ where: { id: claims.sub }, select: userFields })
  if (!user || claims.signedInAt < user.validFrom.getTime()) return guest
  if (user.blockedAt && !evenBlocked) return guest
  return { kind: 'user', id: user.id, email: user.email, name: user.name, language: user.language }
}

type SignedIn = Omit<UserViewer, 'kind'> & { lastSeenAt: Date; validFrom: Date; blockedAt: Date | null }

/** In one question with a name of its own: every request of a hall asks it. */
async function userOfSignIn(db: Database, userId: Claims['sub'], id: string, at: Date): Promise<SignedIn | undefined> {
  const [user] = await db.$queryRaw<SignedIn[]>`
    /* named: who-asks */
    SELECT u."id"::text, u."email", u."name", u."language", u."validFrom", u."blockedAt", s."lastSeenAt"
    FROM "SignIn" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = ${id}::uuid AND s."userId" = ${userId}::uuid AND s."endedAt" IS NULL
      AND s."lastSeenAt" >= ${oldest(at).used}::timestamptz`
  if (user && at.getTime() - user.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await db.signIn.updateMany({ where: { id, lastSeenAt: user.lastSeenAt }, data: { lastSeenAt: at } })
  return user
}
