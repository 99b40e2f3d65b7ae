import { expect, it } from 'vitest'
import { connect } from '@/lib/platform/db'
import { isDatabaseGone } from './database-gone'

it('knows a server that is not there, and no other failure', async () => {
  const db = connect('postgresql://nobody:none@127.0.0.1:1/none', 1)
  const failure = await db.conference.count().then(
    () => null,
    (error: unknown) => error,
  )
  await db.$disconnect()
  expect([isDatabaseGone(failure), isDatabaseGone(new Error('title is missing')), isDatabaseGone(null)]).toEqual([
    true,
    false,
    false,
  ])
  expect(
    isDatabaseGone(
      Object.assign(new Error('query failed'), {
        cause: Object.assign(new Error('the database system is shutting down'), { code: '57P03' }),
      }),
    ),
  ).toBe(true)
})
