import type { PrismaClient } from '@/generated/prisma/client'
import { signIn } from './front-door'
import { sendCookie } from './next-headers'

const members = ['attendee', 'steward', 'lead', 'organizer', 'owner'] as const
type Member = (typeof members)[number]

export const visibilities = ['public', 'private'] as const
type Visibility = (typeof visibilities)[number]

/**
 * What each who might knock at a door hears: `ok`, or why not. A stranger is signed in, and belongs nowhere; whoever is
 * blocked is signed in, and an organizer.
 */
type Answers = Record<Member | 'stranger' | 'blocked' | 'guest', string>

/** What everybody hears at a door that is for these members alone; `heard` is what they hear. */
export function answersFor(allowed: readonly Member[], visibility: Visibility, heard = 'ok'): Answers {
  const answer = (member: Member) => (allowed.includes(member) ? heard : 'FORBIDDEN')
  // A private conference does not exist for who is not in it.
  const outside =
    visibility === 'private'
      ? { guest: 'NOT_FOUND', stranger: 'NOT_FOUND' }
      : { guest: 'UNAUTHENTICATED', stranger: 'FORBIDDEN' }
  return {
    ...outside,
    blocked: 'BLOCKED',
    attendee: answer('attendee'),
    steward: answer('steward'),
    lead: answer('lead'),
    organizer: answer('organizer'),
    owner: answer('owner'),
  }
}

export type Everybody = Awaited<ReturnType<typeof signEverybodyIn>>

/** Everybody who might knock at a server action, for files that mock `next/headers` by `tests/next-headers.ts`. */
export async function signEverybodyIn(db: PrismaClient) {
  const signedIn = {
    stranger: await signIn(db),
    blocked: await signIn(db),
    attendee: await signIn(db),
    steward: await signIn(db),
    /** Of nothing: what they may edit is told by each door's own tests. */
    lead: await signIn(db),
    organizer: await signIn(db),
    owner: await signIn(db),
  }
  await db.user.update({ where: { id: signedIn.blocked.user.id }, data: { blockedAt: new Date() } })
  const cookies = { ...signedIn, guest: { cookie: '' } }
  const become = (who: keyof Answers) => sendCookie(cookies[who].cookie)

  /** Asks as each of them, those who may least first. */
  async function ask(knock: (who: keyof Answers) => Promise<{ ok: boolean; reason?: string }>): Promise<Answers> {
    const [outside, inside] = [
      { guest: '', blocked: '', stranger: '' },
      { attendee: '', steward: '', lead: '', organizer: '', owner: '' },
    ]
    const heard: Answers = { ...outside, ...inside }
    for (const who of ['guest', 'blocked', 'stranger', ...members] as const) {
      become(who)
      const { ok, reason = 'without a reason' } = await knock(who)
      heard[who] = ok ? 'ok' : reason
    }
    return heard
  }

  return {
    become,
    ask,
    idOf: (who: keyof typeof signedIn) => signedIn[who].user.id,
    /** Makes each member one of a conference. */
    join: (conferenceId: string) =>
      db.membership.createMany({
        data: [
          ...members.map((role) => ({ conferenceId, userId: signedIn[role].user.id, role })),
          { conferenceId, userId: signedIn.blocked.user.id, role: 'organizer' as const },
        ],
      }),
  }
}
