import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makePerson } from '@/tests/factories/person'
import { appoint, appointedAddress, appointFirst, isOperator } from './operator'

const { db } = await testDatabase()
const now = new Date('2026-11-30T04:00:00Z')
const nobodyNamed = { HALLWAY_OPERATOR: [] }

beforeEach(() => db.setting.deleteMany())

it('is whoever signs in first, and nobody who comes later', async () => {
  const [ada, ben] = [await makePerson(db), await makePerson(db)]
  expect([await isOperator(db, ada, nobodyNamed), await appointedAddress(db)]).toEqual([false, null])
  for (const { id } of [ada, ben, ada]) await appointFirst(db, id)
  expect([await isOperator(db, ada, nobodyNamed), await isOperator(db, ben, nobodyNamed)]).toEqual([true, false])
})

it('is whoever the environment names, and then nobody else', async () => {
  const [ada, ben] = [await makePerson(db), await makePerson(db)]
  await appointFirst(db, ada.id)
  const named = { HALLWAY_OPERATOR: [ben.email] }
  expect([await isOperator(db, ada, named), await isOperator(db, ben, named)]).toEqual([false, true])
})

it('is whom the command line appoints, also an address that has not signed in yet', async () => {
  const ada = await makePerson(db)
  await appointFirst(db, ada.id)
  const made = await appoint(db, ' New@Example.org ', now)
  expect(made).toEqual({ id: expect.any(String), email: 'new@example.org' })
  expect([await appointedAddress(db), await isOperator(db, ada, nobodyNamed)]).toEqual(['new@example.org', false])
  expect(await appoint(db, ada.email, now)).toEqual({ id: ada.id, email: ada.email })
  expect(await appoint(db, 'no address', now)).toBeNull()
  expect(await appointedAddress(db)).toBe(ada.email)
})

it('is nobody once their account is gone: whoever comes next does not become it', async () => {
  const [ada, ben] = [await makePerson(db), await makePerson(db)]
  await appointFirst(db, ada.id)
  await db.user.delete({ where: { id: ada.id } })
  await appointFirst(db, ben.id)
  expect([await appointedAddress(db), await isOperator(db, ben, nobodyNamed)]).toEqual([null, false])
})
