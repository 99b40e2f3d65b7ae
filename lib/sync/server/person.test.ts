import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { deleteAccount } from '@/lib/people/server/delete-account'
import { testDatabase } from '@/tests/db'
import { makePerson } from '@/tests/factories/person'
import { pull, push } from '@/lib/handlers'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')

it('tells a device whose account is gone from one that is signed out, or in as somebody else', async () => {
  const [ada, ben] = [await makePerson(db), await makePerson(db)]
  const asked = (viewer: typeof ben | { kind: 'guest' }, person: string) =>
    Promise.all(
      [
        push(db, viewer, { person, device: randomUUID(), mutations: [] }, now),
        pull(db, viewer, { person, after: 0 }),
      ].map((answer) =>
        answer.then(
          () => 'ok',
          (error: { code: string }) => error.code,
        ),
      ),
    )
  expect([await asked(ada, ada.id), await asked(ben, ada.id), await asked({ kind: 'guest' }, ada.id)]).toEqual([
    ['ok', 'ok'],
    ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ])
  await deleteAccount(db, ada.id, { confirmed: ada.email, withConferences: false, signedInAt: now }, now, () =>
    Promise.reject(new Error('Ada runs no conference')),
  )
  expect([
    await asked({ kind: 'guest' }, ada.id),
    await asked(ben, ada.id),
    await asked(ada, ada.id).then(([pushed]) => pushed),
  ]).toEqual([['ACCOUNT_GONE', 'ACCOUNT_GONE'], ['ACCOUNT_GONE', 'ACCOUNT_GONE'], 'ACCOUNT_GONE'])
})
