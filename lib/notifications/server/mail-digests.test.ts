import { afterAll, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { MailServer, textOf } from '@/tests/mail-server'
import { mailDigests } from './mail-digests'
import { saveAlertSettings } from './subscriptions'

const { db } = await testDatabase()
const mailServer = new MailServer()
await mailServer.start()
afterAll(() => mailServer.stop())
const { url, received } = mailServer
const run = (now: string) =>
  mailDigests({
    db,
    now: () => new Date(now),
    env: { SMTP_URL: url, MAIL_FROM: 'Hallway <h@example.org>' },
    publicUrl: 'https://hallway.example.org',
  })()
const settings = { off: [], quietFrom: null, quietTo: null, timeZone: null, digest: true }
const texts = () => received.splice(0).map((mail) => textOf(mail).trim())

let conference: Awaited<ReturnType<typeof makeConference>>
beforeEach(async () => {
  await db.user.deleteMany()
  await db.conference.deleteMany()
  // At 8, 9 and 10 UTC on 24 March; Paris is an hour ahead.
  conference = await makeConference(db, { sessions: 3 })
  received.splice(0)
})

async function reader(
  picks: readonly number[],
  { email, language = 'en', digest = true }: { email?: string; language?: string; digest?: boolean } = {},
) {
  const person = await makePerson(db)
  await db.user.update({ where: { id: person.id }, data: { language, ...(email && { email }) } })
  await saveAlertSettings(db, person.id, { ...settings, digest })
  await db.pick.createMany({
    data: picks.map((index) => ({
      userId: person.id,
      sessionId: conference.sessionIds[index] ?? '',
      conferenceId: conference.id,
      rank: 'first' as const,
      revision: 1,
    })),
  })
}

it("mails what changed and today's plan, once, in the morning of the conference, to whoever asked", async () => {
  await reader([0, 1])
  await reader([0], { digest: false })
  await reader([])
  await db.session.update({
    where: { id: conference.sessionIds[1] },
    data: { status: 'cancelled', cancelledAt: new Date('2026-03-23T20:00:00Z') },
  })
  await db.change.create({
    data: {
      conferenceId: conference.id,
      sessionId: conference.sessionIds[1] ?? '',
      field: 'cancelled',
      version: 2,
      createdAt: new Date('2026-03-23T20:00:00Z'),
    },
  })
  expect(
    [
      await run('2026-03-24T05:59:00Z'),
      await run('2026-03-23T06:07:00Z'),
      await run('2026-03-24T06:07:00Z'),
      await run('2026-03-24T06:37:00Z'),
      await run('2026-03-25T06:07:00Z'),
    ].map(({ sent }) => sent),
  ).toEqual([0, 0, 1, 0, 0])
  expect(texts()).toEqual([
    [
      'What changed since yesterday:\n- Session 2: cancelled',
      'Your plan for today:\n- 09:00  Session 1',
      `https://hallway.example.org/c/${conference.slug}/plan`,
      'You asked for this mail, one on each morning of a conference. To end them:\n' +
        'https://hallway.example.org/settings',
      '-- \nHallway',
    ].join('\n\n'),
  ])
})

it('is sent once by two servers, and speaks French to whoever does', async () => {
  await reader([0], { language: 'fr' })
  const sent = await Promise.all([run('2026-03-24T06:07:00Z'), run('2026-03-24T06:07:00Z')])
  expect(sent.reduce((sum, one) => sum + one.sent, 0)).toBe(1)
  // What no plain line can hold is written so by the mail’s own rules.
  expect(received[0]).toContain(`Subject: =?UTF-8?Q?${conference.name}=C2=A0=3A_mar=2E_24_mars?=`)
})

it('tries again later where the mail server does not take it, and leaves it at noon', async () => {
  await reader([0], { email: 'full@example.org' })
  for (const time of ['06:07', '06:37', '07:07', '11:07']) await run(`2026-03-24T${time}:00Z`)
  expect(await db.alert.findMany({ select: { tries: true, outcome: true } })).toEqual([{ tries: 3, outcome: 'failed' }])
})
