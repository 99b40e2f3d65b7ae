import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeSignInCode, redeemCode } from './server/mutations'

const deviceHash = 'a browser'
const now = new Date('2026-03-24T08:00:00Z')
const secret = 'a secret of tests that is long enough for anyone'

async function signIn(db: Awaited<ReturnType<typeof testDatabase>>['db'], email: string): Promise<void> {
  const { code } = await makeSignInCode(db, { email, deviceHash }, secret, now)
  expect(await redeemCode(db, { deviceHash, email, code }, secret, now)).toMatchObject({ ok: true })
}

it('gives the examples, and nothing else, to the first person who signs in', async () => {
  const { db } = await testDatabase()
  await db.conference.create({
    data: {
      slug: 'example',
      name: 'Example',
      acronym: 'example',
      timeZone: 'Europe/Paris',
      visibility: 'public',
      demo: true,
    },
  })
  await db.conference.create({
    data: { slug: 'real', name: 'Real', acronym: 'real', timeZone: 'Europe/Paris', visibility: 'public' },
  })
  await signIn(db, 'first@example.org')
  await signIn(db, 'second@example.org')
  const members = await db.membership.findMany({
    select: { role: true, conference: { select: { slug: true } }, user: { select: { email: true } } },
  })
  expect(members).toEqual([{ role: 'owner', conference: { slug: 'example' }, user: { email: 'first@example.org' } }])
})
