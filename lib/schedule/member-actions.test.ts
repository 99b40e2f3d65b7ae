import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { MailServer } from '@/tests/mail-server'
import { changeRoleAction, inviteMemberAction, removeMemberAction, withdrawInvitationAction } from './member-actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
const mailServer = new MailServer()
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
let slug = ''
beforeAll(async () => {
  await mailServer.start()
  process.env.HALLWAY_URL = 'http://localhost:3000'
  everybody = await signEverybodyIn(db)
  const conference = await makeConference(db)
  slug = conference.slug
  await everybody.join(conference.id)
  await db.user.create({ data: { email: 'known@example.org' } })
  everybody.become('owner')
})
afterAll(() => mailServer.stop())

const invite = (email: string) => inviteMemberAction({ conference: slug, email, role: 'attendee' })
const link = 'http://localhost:3000/invitations'

it('says alike for who has an account and who has none whether they were told', async () => {
  process.env.SMTP_URL = mailServer.url
  expect([await invite('known@example.org'), await invite('new@example.org')]).toEqual(
    ['known@example.org', 'new@example.org'].map((email) => ({ ok: true, value: { told: true, email, link } })),
  )
})

it('says that no mail went, and gives the link', async () => {
  process.env.SMTP_URL = mailServer.url
  expect(await invite('full@example.org')).toEqual({
    ok: true,
    value: { told: false, email: 'full@example.org', link },
  })
  delete process.env.SMTP_URL
  expect(await invite('unmailed@example.org')).toEqual({
    ok: true,
    value: { told: false, email: 'unmailed@example.org', link },
  })
})

it('mails one address ten times a day at most', async () => {
  for (let sent = 0; sent < 10; sent++) expect(await invite('pestered@example.org')).toMatchObject({ ok: true })
  expect(await invite('pestered@example.org')).toEqual({ ok: false, reason: 'RATE_LIMITED' })
})

async function makePlace(visibility: 'public' | 'private' = 'public') {
  const { id: conferenceId, slug: conference } = await makeConference(db, { visibility, sessions: 0 })
  await everybody.join(conferenceId)
  const { id: user } = await makePerson(db)
  await db.membership.create({ data: { conferenceId, userId: user, role: 'steward' } })
  const { id: invitation } = await db.invitation.create({
    data: { conferenceId, email: 'asked@example.org', role: 'organizer', invitedById: everybody.idOf('owner') },
  })
  return { conferenceId, conference, user, invitation }
}
type Place = Awaited<ReturnType<typeof makePlace>>

const doors = {
  'invite somebody': ({ conference }: Place) =>
    inviteMemberAction({ conference, email: `${conference}@example.org`, role: 'owner' }),
  'take an invitation back': ({ conference, invitation }: Place) =>
    withdrawInvitationAction({ conference, invitation }),
  'give another role': ({ conference, user }: Place) => changeRoleAction({ conference, user, role: 'owner' }),
  'end a membership': ({ conference, user }: Place) => removeMemberAction({ conference, user }),
}

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets its owner alone %s', async (_door, run) => {
    const place = await makePlace(visibility)
    expect(await everybody.ask(() => run(place))).toEqual(answersFor(['owner'], visibility))
  })
})

it('lets nobody give themselves a role, nor leave by another way', async () => {
  const { conference } = await makePlace()
  for (const who of ['stranger', 'attendee', 'steward', 'organizer'] as const) {
    everybody.become(who)
    const user = everybody.idOf(who)
    expect([
      await changeRoleAction({ conference, user, role: 'owner' }),
      await removeMemberAction({ conference, user }),
    ]).toEqual([
      { ok: false, reason: 'FORBIDDEN' },
      { ok: false, reason: 'FORBIDDEN' },
    ])
  }
})

it("reaches no other conference's members and invitations", async () => {
  const [here, there] = [await makePlace(), await makePlace()]
  const where = { conferenceId: there.conferenceId }
  const stored = () =>
    Promise.all([
      db.membership.findMany({ where, orderBy: { userId: 'asc' } }),
      db.invitation.findMany({ where, orderBy: { id: 'asc' } }),
    ])
  const before = await stored()
  everybody.become('owner')
  const { conference } = here
  expect([
    await changeRoleAction({ conference, user: there.user, role: 'owner' }),
    await removeMemberAction({ conference, user: there.user }),
    await withdrawInvitationAction({ conference, invitation: there.invitation }),
  ]).toEqual([
    { ok: false, reason: 'NOT_FOUND' },
    { ok: true, value: { ok: true } },
    { ok: true, value: undefined },
  ])
  expect(await stored()).toEqual(before)
})

it('keeps the last owner, and takes no role that is none', async () => {
  const { conference, user } = await makePlace()
  everybody.become('owner')
  const owner = everybody.idOf('owner')
  expect([
    await changeRoleAction({ conference, user: owner, role: 'attendee' }),
    await removeMemberAction({ conference, user: owner }),
    await changeRoleAction({ conference, user, role: 'guest' as 'owner' }),
    await inviteMemberAction({ conference, email: 'nobody', role: 'owner' }),
  ]).toMatchObject([
    { ok: false, reason: 'last-owner' },
    { ok: false, reason: 'last-owner' },
    { ok: false, reason: 'INVALID' },
    { ok: false, reason: 'INVALID' },
  ])
})
