// A thousand devices come back from a dead network and push ten changes each: node --import tsx bench/push.ts [devices]
// Against a bare twin that inserts the same rows, a transaction a device, on the same throw-away Postgres. In turn,
// five rounds.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connect } from '@/lib/platform/db'
import { push } from '@/lib/handlers'
import { createMigrated, startThrowAwayPostgres } from '@/scripts/database/throw-away-postgres.mjs'

const ROUNDS = 5
const CHANGES = 10
const AT_ONCE = 10
const devices = Number(process.argv[2] ?? 1_000)
const now = new Date()

type Device = {
  user: { kind: 'user'; id: string; email: string; name: null; language: null }
  picks: { id: string; sessionId: string }[]
}

const postgres = await startThrowAwayPostgres()
try {
  const url = postgres.url('push')
  await createMigrated(url)
  const db = connect(url, AT_ONCE)
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE })
  const conference = await db.conference.create({
    data: { slug: 'venue', name: 'Venue', acronym: 'venue', timeZone: 'UTC', visibility: 'public' },
  })
  const sessions = await db.session.createManyAndReturn({
    data: Array.from({ length: 200 }, (_, index) => ({
      conferenceId: conference.id,
      number: index + 1,
      title: 'Talk',
      rawTitle: 'Talk',
      dayOn: now,
    })),
    select: { id: true },
  })

  const makeDevices = async (): Promise<Device[]> => {
    const users = Array.from({ length: devices }, () => ({ id: randomUUID() })).map(({ id }) => ({
      id,
      email: `${id}@example.org`,
    }))
    await db.user.createMany({ data: users })
    return users.map(({ id, email }, index) => ({
      user: { kind: 'user', id, email, name: null, language: null },
      picks: Array.from({ length: CHANGES }, (_, change) => ({
        id: randomUUID(),
        sessionId: sessions[(index + change * 7) % sessions.length]?.id ?? '',
      })),
    }))
  }

  const ours = ({ user, picks }: Device) =>
    push(
      db,
      user,
      {
        person: user.id,
        device: randomUUID(),
        mutations: picks.map(({ id, sessionId }) => ({
          id,
          name: 'setPick',
          args: { sessionId, rank: 'first' },
          at: now.toISOString(),
        })),
      },
      now,
    )
  const bare = async ({ user, picks }: Device) => {
    const client = await pool.connect()
    await client.query('BEGIN')
    for (const [index, { id, sessionId }] of picks.entries()) {
      await client.query(
        'INSERT INTO "Pick" ("userId", "sessionId", "conferenceId", rank, revision) VALUES ($1, $2, $3, $4, $5)',
        [user.id, sessionId, conference.id, 'first', index + 1],
      )
      await client.query('INSERT INTO "Mutation" ("userId", id, result) VALUES ($1, $2, $3)', [
        user.id,
        id,
        '{"ok":true}',
      ])
    }
    await client.query('COMMIT')
    client.release()
  }

  const ratios = []
  for (let round = 0; round < ROUNDS; round++) {
    const [twinSeconds, seconds] = [await timed(bare, await makeDevices()), await timed(ours, await makeDevices())]
    ratios.push({
      'pushes/s': Math.round(devices / seconds),
      'twin/s': Math.round(devices / twinSeconds),
      ratio: Math.round((twinSeconds / seconds) * 100) / 100,
    })
  }
  console.table(ratios.toSorted((a, b) => a.ratio - b.ratio))
  await pool.end()
  await db.$disconnect()
} finally {
  await postgres.stop()
}

/** Seconds until all have pushed, some at once. */
async function timed(run: (device: Device) => Promise<unknown>, queue: Device[]): Promise<number> {
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let device = queue.pop(); device; device = queue.pop()) await run(device)
    }),
  )
  return (performance.now() - begun) / 1000
}
