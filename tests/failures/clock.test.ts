import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { expect, it } from 'vitest'
import { pull, push } from '@/lib/handlers'
import { viewerOfCookies } from '@/lib/people/server/viewer-of-cookies'
import { DAY_MS, HOUR_MS } from '@/lib/platform/time'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'

// The server's clock jumps: order is what Postgres counts, and no time decides what is kept.

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
const secret = 'a secret for tests, of thirty-two characters'
process.env.NEXTAUTH_SECRET = secret
const noon = new Date('2026-03-24T12:00:00Z')
const after = (ms: number) => new Date(noon.getTime() + ms)

it.each([
  ['an hour back', -HOUR_MS],
  ['a day back', -DAY_MS],
  ['a year ahead', 365 * DAY_MS],
])('keeps what arrives last, in its order, when the clock goes %s', async (_, jump) => {
  const [ada, conference] = [await makePerson(db), await makeConference(db)]
  const [sessionId = ''] = conference.sessionIds
  const send = (rank: 'first' | 'planB', now: Date) =>
    push(
      db,
      ada,
      {
        person: ada.id,
        device: randomUUID(),
        mutations: [{ id: randomUUID(), name: 'setPick', at: now.toISOString(), args: { sessionId, rank } }],
      },
      now,
    )
  const first = await send('first', noon)
  expect((await send('planB', after(jump))).results).toMatchObject([{ ok: true }])
  const { picks } = await pull(db, ada, { person: ada.id, after: first.revision })
  expect(picks.map(({ sessionId: of, rank, droppedAt }) => ({ of, rank, droppedAt }))).toEqual([
    { of: sessionId, rank: 'planB', droppedAt: null },
  ])
})

it('leaves whoever signed in while the clock was ahead signed in, and whoever is signed out out', async () => {
  const { id } = await makePerson(db)
  const [signedInAt, signInId] = [Date.now() + DAY_MS, randomUUID()]
  await db.signIn.create({ data: { id: signInId, userId: id, device: 'Test', lastSeenAt: new Date(signedInAt) } })
  const token = await encode({ token: { sub: id, signedInAt, signInId }, secret })
  const look = async () => (await viewerOfCookies(db, `next-auth.session-token=${token}`)).kind
  expect(await look()).toBe('user')
  await db.signIn.update({ where: { id: signInId }, data: { endedAt: new Date() } })
  expect(await look()).toBe('guest')
})
