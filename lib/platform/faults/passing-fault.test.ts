import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { connect } from '../db'
import { passingFaultOf, refusalOfPassing } from './passing-fault'

const { db, url } = await testDatabase()

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => error,
  )
/** What the database's own refusal becomes, asked as SQL and through a model. */
async function faultsOf(state: string): Promise<(string | null)[]> {
  await db.$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${state}'; END $$`,
  )
  await db.$executeRawUnsafe(
    `CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON "RateLimit" FOR EACH ROW EXECUTE FUNCTION refuse()`,
  )
  const thrown = [
    await thrownBy(db.$executeRaw`INSERT INTO "RateLimit" ("key") VALUES ('x')`),
    await thrownBy(db.rateLimit.create({ data: { key: 'x' } })),
  ]
  return thrown.map(passingFaultOf)
}

it.each(['08006', '25006', '40001', '40P01', '53100', '53200', '55P03', '57014', '57P01', '57P03', '58030'])(
  'is what Postgres says by %s',
  async (state) => {
    expect(await faultsOf(state)).toEqual([`database-${state}`, `database-${state}`])
  },
)

it.each(['22001', '23505', '42501', 'P0001', 'XX000'])('is not what Postgres says by %s', async (state) => {
  expect(await faultsOf(state)).toEqual([null, null])
})

it('is a database that cannot be reached, or went away under a question', async () => {
  const nowhere = connect('postgresql://nobody:x@127.0.0.1:1/none', 1)
  const ended = new pg.Client({ connectionString: url })
  await ended.connect()
  ended.on('error', () => undefined)
  const cut = thrownBy(ended.query('SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(5)'))
  const own = connect(url, 1)
  const thrown = [
    await thrownBy(nowhere.user.count()),
    await thrownBy(nowhere.$queryRaw`SELECT 1`),
    await thrownBy(own.$transaction((tx) => tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`)),
    await cut,
  ]
  await own.$disconnect()
  expect(thrown.map((error) => refusalOfPassing(error)?.code)).toEqual(Array.from({ length: 4 }, () => 'UNAVAILABLE'))
})

it('is no bug, no refusal, and nothing that is no error', () => {
  expect([new TypeError('x is not a function'), 'ENOSPC', null].map(passingFaultOf)).toEqual([null, null, null])
})
