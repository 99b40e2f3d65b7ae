// However much is in the database, what is asked often takes as long: node --import tsx bench/many/many.ts
// Two throw-away databases, of 10 conferences with 1,000 accounts and of 1,000 with 100,000, 300 sessions a conference;
// the same questions put to both in turn. The larger one says which tables of any size it read whole meanwhile.
import { conferenceCalendar } from '@/lib/feeds/conference-calendar'
import { pull } from '@/lib/handlers'
import { alertPeople } from '@/lib/notifications/server/alert-people'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { exportAccount } from '@/lib/people/server/export-account'
import { connect } from '@/lib/platform/db'
import { findConferences } from '@/lib/schedule/read/find-conferences'
import { listForHome } from '@/lib/schedule/read/list-conferences'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { listRooms } from '@/lib/schedule/read/queries'
import { createMigrated, startThrowAwayPostgres } from '@/scripts/database/throw-away-postgres.mjs'
import { fill, type Size } from './fill'

const ROUNDS = 100
const NOT_COUNTED = 10
const now = new Date('2026-06-15T10:00:00Z')

const postgres = await startThrowAwayPostgres()
try {
  const few = await questionsOf('few', { conferences: 10, accounts: 1_000 })
  const many = await questionsOf('many', { conferences: 1_000, accounts: 100_000 })
  const before = await many.scans()
  const times = Object.keys(few.asked).map((name) => ({ name, few: [] as number[], many: [] as number[] }))
  for (let round = 0; round < NOT_COUNTED + ROUNDS; round++)
    for (const row of times) {
      // In turn, for whoever comes second finds the code warm.
      const sides = [
        { side: few, kept: row.few },
        { side: many, kept: row.many },
      ]
      for (const { side, kept } of round % 2 ? sides : sides.toReversed()) {
        const took = await timeOf(side.asked[row.name])
        if (round >= NOT_COUNTED) kept.push(took)
      }
    }
  console.table(
    times.map(({ name, few, many }) => ({
      asked: name,
      'few, ms': twoDigits(median(few)),
      'many, ms': twoDigits(median(many)),
      ratio: twoDigits(median(many) / median(few)),
    })),
  )
  const after = await many.scans()
  const whole = [...after].map(([table, scans]) => ({ table, 'read whole, times': scans - (before.get(table) ?? 0) }))
  console.table(whole.filter((row) => row['read whole, times'] > 0))
  for (const { end } of [few, many]) await end()
} finally {
  await postgres.stop()
}

async function questionsOf(name: string, size: Size) {
  const url = postgres.url(name)
  await createMigrated(url)
  await fill(url, size)
  const db = connect(url, 4)
  const pick = await db.pick.findFirstOrThrow({ include: { user: true, conference: true } })
  const { user, conference } = pick
  const viewer = { kind: 'user', ...user } as const
  const context = { db, conference, params: {}, publicUrl: 'https://hallway.example', instanceId: 'bench' }
  const recent = [conference.slug]
  const pusher = { vapid: await loadVapidKeys(db), contact: 'mailto:ada@example.org' }
  const asked: Record<string, () => Promise<unknown>> = {
    'home of a guest': () => listForHome(db, { kind: 'guest' }, { recent, now }),
    home: () => listForHome(db, viewer, { recent, now }),
    'a search by a number': () => findConferences(db, viewer, 'conference 7'),
    'a search of one': () => findConferences(db, viewer, conference.slug),
    'a search of none': () => findConferences(db, viewer, 'pumpkin'),
    'a search by a letter': () => findConferences(db, viewer, 'c'),
    'an agenda': () => loadAgenda(db, conference.id),
    'rooms, for an organizer': () => listRooms(db, conference.id),
    'a calendar': () => conferenceCalendar(context),
    'a pull': () => pull(db, viewer, { person: user.id, after: 0, mark: '' }),
    'an export of an account': () => exportAccount(db, user.id),
    'the alerts of a minute': () => alertPeople(db, pusher, now),
  }
  const scans = async () => {
    const rows = await db.$queryRaw<{ table: string; scans: bigint }[]>`
      SELECT relname AS "table", seq_scan AS scans FROM pg_stat_user_tables WHERE n_live_tup > 500`
    return new Map(rows.map(({ table, scans }) => [table, Number(scans)]))
  }
  return { asked, scans, end: () => db.$disconnect() }
}

async function timeOf(ask: (() => Promise<unknown>) | undefined): Promise<number> {
  const begun = performance.now()
  await ask?.()
  return performance.now() - begun
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

function twoDigits(value: number): number {
  return Math.round(value * 100) / 100
}
