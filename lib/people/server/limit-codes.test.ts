import { beforeEach, expect, it } from 'vitest'
import { MINUTE_MS } from '@/lib/platform/time'
import { testDatabase } from '@/tests/db'
import { limitCodes } from './limit-codes'
import { makeSignInCode, redeemLink } from './mutations'
import { startSignIn } from './sign-ins'

const { db } = await testDatabase()
const secret = 'a secret of thirty-two characters'
const now = new Date('2026-03-24T09:00:00Z')
const many = { ok: false, reason: 'many-codes' }
let email = ''
let made = 0

beforeEach(() => {
  email = `owner-${++made}@example.org`
})

const ask = (deviceHash: string | null, address = `10.0.${made}.1`) => limitCodes(db, { email, deviceHash, address })
/** A stranger with as many browsers as they like. */
async function flood(times: number): Promise<unknown[]> {
  const answers = []
  for (let n = 0; n < times; n++) answers.push(await ask(`stranger ${made} ${n}`, `10.9.${made}.${n}`))
  return answers
}

it('bounds the mails to one address, whoever asks and from wherever', async () => {
  expect(await flood(8)).toEqual([null, null, null, null, null, null, many, many])
})

it('lets nobody lock out the browser of who was signed in with the address', async () => {
  const user = await db.user.create({ data: { email } })
  await startSignIn(db, { userId: user.id, device: 'Firefox, Linux', deviceHash: `mine ${made}` }, now)
  await flood(10)
  expect([await ask(`mine ${made}`), await ask('another')]).toEqual([null, many])
})

it('leaves whoever is refused a mail whose link works until they may ask again', async () => {
  const { token } = await makeSignInCode(db, { email, deviceHash: 'a stranger' }, secret, now)
  await flood(10)
  expect(await ask('the owner, elsewhere')).toEqual(many)
  expect(await redeemLink(db, token, new Date(now.getTime() + 30 * MINUTE_MS))).toMatchObject({ ok: true })
})

it('counts a client without a cookie by its network', async () => {
  const answers = []
  for (let n = 0; n < 21; n++)
    answers.push(
      await limitCodes(db, { email: `${n}-${email}`, deviceHash: null, address: '192.0.2.7' }).catch(
        (error: Error) => error.message.split(':')[0],
      ),
    )
  expect(answers).toEqual([...Array.from({ length: 20 }, () => null), 'RATE_LIMITED'])
})
