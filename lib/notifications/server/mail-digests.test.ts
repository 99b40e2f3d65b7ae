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
  { email, language = 'en', digest = true }: { email?: string; language?: string | null; digest?: boolean } = {},
): Promise<string> {
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
  return person.id
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

const cancelSecond = () =>
  db.session.update({
    where: { id: conference.sessionIds[1] },
    data: { status: 'cancelled', cancelledAt: new Date('2026-03-23T20:00:00Z') },
  })
const change = (index: number, createdAt: string, field = 'startAt') =>
  db.change.create({
    data: {
      conferenceId: conference.id,
      sessionId: conference.sessionIds[index] ?? '',
      field,
      version: 2,
      createdAt: new Date(createdAt),
    },
  })
/** What the mail says below each of its headings. */
const listed = () =>
  texts().map((text) =>
    Object.fromEntries(
      [...text.matchAll(/^(.*):\n((?:- .*\n?)+)/gm)].map(([, head, list]) => [head, list?.trim().split('\n')]),
    ),
  )

it('plans first choices alone, and tells of changes of plans B, too; of nothing that is hidden or old', async () => {
  const userId = await reader([0])
  for (const [index, given] of [
    [1, { rank: 'planB' }],
    [2, { rank: 'hidden' }],
  ] as const)
    await db.pick.create({
      data: {
        userId,
        sessionId: conference.sessionIds[index] ?? '',
        conferenceId: conference.id,
        revision: 1,
        ...given,
      },
    })
  await change(0, '2026-03-23T05:00:00Z')
  await change(1, '2026-03-23T07:00:00Z')
  await change(2, '2026-03-23T07:00:00Z')
  await change(0, '2026-03-23T07:00:00Z', 'description')
  await run('2026-03-24T06:07:00Z')
  expect(listed()).toEqual([
    {
      'What changed since yesterday': ['- Session 2: Tue 24 Mar 10:00'],
      'Your plan for today': ['- 09:00  Session 1'],
    },
  ])
})

it('says where, in the order of the day; nothing of another day, and no change of what is over', async () => {
  const ids = conference.sessionIds
  await reader([2, 1, 0])
  await db.session.update({ where: { id: ids[0] }, data: { dayOn: new Date('2026-03-25') } })
  await db.session.update({
    where: { id: ids[1] },
    data: { startAt: new Date('2026-03-24T05:00:00Z'), endAt: new Date('2026-03-24T06:00:00Z') },
  })
  for (const [position, name] of ['Hall', 'Annex'].entries()) {
    const { id: roomId } = await db.room.create({ data: { conferenceId: conference.id, slug: name, name } })
    await db.sessionRoom.create({ data: { sessionId: ids[2] ?? '', roomId, position } })
  }
  await change(1, '2026-03-24T05:00:00Z')
  await run('2026-03-24T06:07:00Z')
  expect(listed()).toEqual([{ 'Your plan for today': ['- 06:00  Session 2', '- 11:00 · Hall, Annex  Session 3'] }])
})

it('comes from each conference for itself', async () => {
  const userId = await reader([0])
  const other = await makeConference(db, { sessions: 1 })
  await db.pick.create({
    data: { userId, sessionId: other.sessionIds[0] ?? '', conferenceId: other.id, rank: 'first', revision: 1 },
  })
  expect(await run('2026-03-24T06:07:00Z')).toEqual({ sent: 2 })
  expect(
    texts()
      .map((text) => /hallway\.example\.org(\/c\/\S+)/.exec(text)?.[1])
      .sort(),
  ).toEqual([`/c/${conference.slug}/plan`, `/c/${other.slug}/plan`].sort())
})

it('is in the conference’s language for whoever chose none', async () => {
  await reader([0], { language: null })
  await db.conference.update({ where: { id: conference.id }, data: { language: 'fr' } })
  await run('2026-03-24T06:07:00Z')
  expect(texts()[0]).toContain('Votre programme')
})

it.each<[string, (userId: string) => Promise<unknown>]>([
  [
    'whoever may take part in it no more',
    () => db.conference.update({ where: { id: conference.id }, data: { visibility: 'private' } }),
  ],
  [
    'a conference that is in the bin by then',
    () =>
      db.conference.update({
        where: { id: conference.id },
        data: { deletedAt: new Date('2026-03-24T06:10:00Z'), visibility: 'private', visibilityBefore: 'public' },
      }),
  ],
  ['whoever wants none by then', (userId) => saveAlertSettings(db, userId, { ...settings, digest: false })],
  [
    'whoever has nothing in their plan by then',
    (userId) => db.pick.updateMany({ where: { userId }, data: { droppedAt: new Date() } }),
  ],
])('is not sent on a second try to, or of, %s', async (_, meanwhile) => {
  const userId = await reader([0], { email: 'full@example.org' })
  expect(await run('2026-03-24T06:07:00Z')).toEqual({ sent: 0 })
  await db.user.update({ where: { id: userId }, data: { email: 'there@example.org' } })
  await meanwhile(userId)
  expect([await run('2026-03-24T06:37:00Z'), texts()]).toEqual([{ sent: 0 }, []])
  expect(await db.alert.findMany({ select: { outcome: true } })).toEqual([{ outcome: 'untrue' }])
})

it('is nothing where all that was picked is cancelled since long', async () => {
  await reader([1])
  await cancelSecond()
  expect([await run('2026-03-24T06:07:00Z'), texts()]).toEqual([{ sent: 0 }, []])
})
