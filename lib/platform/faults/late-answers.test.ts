import { expect, it, onTestFinished } from 'vitest'
import { testDatabase } from '@/tests/db'
import { connect } from '../db'
import { passingFaultOf } from './passing-fault'

// A database that does not answer in time, by the very connection that asked it.

const { db, url } = await testDatabase()

function hasty() {
  const own = connect(url, 1, { patienceMs: 500 })
  onTestFinished(() => own.$disconnect())
  return own
}
const faultOf = (work: Promise<unknown>) => work.then(() => 'none', passingFaultOf)

it('is away to whoever asked, and to who waits for their turn as long; who comes next is answered', async () => {
  const own = hasty()
  const faults = await Promise.all([
    faultOf(own.$queryRaw`SELECT 1 FROM pg_sleep(20)`),
    faultOf(own.$queryRaw`SELECT 1 FROM pg_sleep(20)`),
  ])
  expect(faults).toEqual(['database-connection', 'database-connection'])
  expect(await own.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
})

it.each([
  ['before its own end', 5_000],
  ['after it', 100],
])('leaves nothing of a transaction %s, and what the same pool writes next is kept', async (_, timeout) => {
  const [own, kept] = [hasty(), `kept ${timeout}`]
  const cut = own.$transaction(
    async (tx) => {
      await tx.rateLimit.create({ data: { key: `lost ${timeout}` } })
      await tx.$queryRaw`SELECT 1 FROM pg_sleep(20)`
    },
    { timeout },
  )
  expect(await faultOf(cut)).toBe('database-connection')
  await own.rateLimit.create({ data: { key: kept } })
  const keys = (await db.rateLimit.findMany({ where: { key: { endsWith: String(timeout) } } })).map(({ key }) => key)
  expect(keys).toEqual([kept])
})

it('may take its time where nobody said how long', async () => {
  expect(await faultOf(db.$queryRaw`SELECT 1 FROM pg_sleep(1)`)).toBe('none')
})
