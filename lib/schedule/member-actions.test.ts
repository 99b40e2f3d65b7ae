import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { MailServer } from '@/tests/mail-server'
import { inviteMemberAction } from './member-actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
const mailServer = new MailServer()
let cookie = ''
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie })) }))

let slug = ''
beforeAll(async () => {
  await mailServer.start()
  process.env.HALLWAY_URL = 'http://localhost:3000'
  const [conference, { user, cookie: sent }] = [await makeConference(db), await signIn(db)]
  ;[slug, cookie] = [conference.slug, sent]
  await db.membership.create({ data: { conferenceId: conference.id, userId: user.id, role: 'owner' } })
  await db.user.create({ data: { email: 'known@example.org' } })
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
