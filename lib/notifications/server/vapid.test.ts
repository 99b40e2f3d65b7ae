import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { loadVapidKeys, pushContact } from './vapid'

const { db } = await testDatabase()

it('makes the keys once, whoever asks first', async () => {
  const [one, ...others] = await Promise.all([loadVapidKeys(db), loadVapidKeys(db), loadVapidKeys(db)])
  expect([...others, await loadVapidKeys(db)]).toEqual([one, one, one])
  expect([
    Buffer.from(one?.publicKey ?? '', 'base64url').length,
    Buffer.from(one?.privateKey ?? '', 'base64url').length,
  ]).toEqual([65, 32])
})

it.each([
  ['https://hallway.example.org', 'Hallway <h@example.org>', 'https://hallway.example.org'],
  ['http://localhost:3000', 'Hallway <h@example.org>', 'mailto:h@example.org'],
  [undefined, 'h@example.org', 'mailto:h@example.org'],
])('tells push services whom to turn to', (HALLWAY_URL, MAIL_FROM, contact) => {
  expect(pushContact({ HALLWAY_URL, MAIL_FROM })).toBe(contact)
})
