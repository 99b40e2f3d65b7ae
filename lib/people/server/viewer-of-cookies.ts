import type { Database } from '@/lib/platform/db'
import { now as clock } from '@/lib/platform/clock'
import { saysLeft } from '../cookies'
import { readEnvironment } from '@/lib/platform/env'
import { gather } from '@/lib/platform/tasks/gather'
import { HOUR_MS } from '@/lib/platform/time'
import { readClaims } from '../session-token'
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
const MOST_AT_ONCE = 500
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
  {
    evenBlocked = false,
    findSignedIn = async (asked) => (await findSignedInOf(db, [asked]))[0],
  }: { evenBlocked?: boolean; findSignedIn?: FindSignedIn } = {},
): Promise<Viewer> {
  // Most of a crowd are guests, and reading the environment takes longer than all the rest.
  if (!cookieHeader?.includes('next-auth.session-token') || saysLeft(cookieHeader)) return guest
  const claims = await readClaims(cookieHeader, readEnvironment())
  if (!claims) return guest
  const at = clock()
  if (claims.signedInAt < oldest(at).begun.getTime()) return guest
  const user = claims.signInId
    ? await findSignedIn({ id: claims.signInId, userId: claims.sub, at })
    : await db.user.findUnique({ where: { id: claims.sub }, select: userFields })
  if (!user || claims.signedInAt < user.validFrom.getTime()) return guest
  if (user.blockedAt && !evenBlocked) return guest
  return { kind: 'user', id: user.id, email: user.email, name: user.name, language: user.language }
}

type SignedIn = Omit<UserViewer, 'kind'> & { lastSeenAt: Date; validFrom: Date; blockedAt: Date | null }
type AskedSignIn = { id: string; userId: string; at: Date }
type FindSignedIn = (asked: AskedSignIn) => Promise<SignedIn | undefined>

/**
 * The same for a crowd that asks at once, as when all screens of a hall come back: in few questions, each asked after
 * whoever it is about had come.
 */
export function gatherViewers(db: Database): (cookieHeader: string | null | undefined) => Promise<Viewer> {
  const findSignedIn = gather((asked: AskedSignIn[]) => findSignedInOf(db, asked), {
    most: MOST_AT_ONCE,
    weigh: () => 1,
  })
  return (cookieHeader) => viewerOfCookies(db, cookieHeader, { findSignedIn })
}

async function findSignedInOf(db: Database, asked: readonly AskedSignIn[]): Promise<(SignedIn | undefined)[]> {
  const ids = asked.map(({ id }) => id)
  // With a name of its own: every request asks it.
  const rows = await db.$queryRaw<(SignedIn & { signInId: string })[]>`
    /* named: who-asks */
    SELECT u."id"::text, u."email", u."name", u."language", u."validFrom", u."blockedAt", s."lastSeenAt",
      s."id"::text AS "signInId"
    FROM "SignIn" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = ANY (${ids}::uuid[]) AND s."endedAt" IS NULL`
  const bySignIn = new Map(rows.map((row) => [row.signInId, row]))
  return Promise.all(asked.map((one) => usedBy(db, one, bySignIn.get(one.id))))
}

/** A sign-in that is this person's and was used lately; that it is used is written down, to half a day. */
async function usedBy(
  db: Database,
  { id, userId, at }: AskedSignIn,
  found: SignedIn | undefined,
): Promise<SignedIn | undefined> {
  if (!found || found.id !== userId || found.lastSeenAt < oldest(at).used) return undefined
  const { lastSeenAt } = found
  if (at.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MS)
    await db.signIn.updateMany({ where: { id, lastSeenAt }, data: { lastSeenAt: at } })
  return found
}
