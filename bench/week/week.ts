// A week of a conference in a quarter of an hour: node --expose-gc --import tsx bench/week/week.ts
// The clock goes on by ten minutes a step. Attendees sign in, pick, write and leave screens open, calendars are
// fetched, a source says something else, stewards count, the organizer announces, and each job runs at its time. At
// each midnight: memory of this process, which is server and jobs without Next, rows of every table, and files.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { documents } from '@/lib/feeds/documents'
import { findFeed } from '@/lib/feeds/secret/find-feed'
import { mailDigests } from '@/lib/notifications/server/mail-digests'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { connect } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import { DAY_MS, MINUTE_MS } from '@/lib/platform/time'
import { root } from '@/scripts/programs.mjs'
import { createMigrated, startThrowAwayPostgres } from '@/scripts/database/throw-away-postgres.mjs'
import { readMigrations } from '@/server/doors/ready'
import { openHallway } from '@/server/hallway'
import { countDemo } from '@/server/jobs/count-demo'
import { startJobs } from '@/server/jobs/jobs'
import { nightlyBackup } from '@/server/jobs/nightly-backup'
import { purge } from '@/server/jobs/purge'
import { redateDemo } from '@/server/jobs/redate-demo'
import { makeHallwayDays } from '@/tests/factories/hallway-days'
import { MailServer } from '@/tests/mail-server'
import { comeIn, type Attendee } from './attendee'
import { openHall } from './hall'
import { goOn, openDoor } from './ten-minutes'
import { filesBelow, memory, printWeighed, rowsByTable } from './weigh'

const ATTENDEES = 60
const DAYS = 7
const first = new Date('2027-03-01T00:00:00Z')
let at = first
const now = () => at

const data = mkdtempSync(join(tmpdir(), 'hallway-week-'))
const postgres = await startThrowAwayPostgres()
const mails = new MailServer()
await mails.start()
const pushes = createServer((request, response) => request.resume().on('end', () => response.writeHead(201).end()))
await new Promise<void>((done) => pushes.listen(0, '127.0.0.1', done))

try {
  const url = postgres.url('week')
  await createMigrated(url)
  Object.assign(process.env, { DATABASE_URL: url, HALLWAY_DATA: data, SMTP_URL: mails.url, PORT: '0' })
  process.env.HALLWAY_BACKUP_FOLDER = join(data, 'backups')
  mkdirSync(process.env.HALLWAY_BACKUP_FOLDER)
  const [db, env, log] = [connect(url, 10), readEnvironment(), pino({ level: 'error' })]
  const hallway = await openHallway({
    ...{ env, db, log, requestLog: pino({ level: 'silent' }), now, root: '/nowhere', dev: false, documents },
    instanceId: 'week',
    migrations: await readMigrations(root),
    next: async (_, response) => void response.end('next'),
    feed: (request) => findFeed({ ...request, db, publicUrl: 'https://hallway.example', instanceId: 'week' }),
  })
  await new Promise<void>((done) => hallway.server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${portOf(hallway.server.address())}`
  const hall = await openHall(db, first)
  await makeHallwayDays(db, '2027-03-01', first)
  const pusher = { vapid: await loadVapidKeys(db), contact: 'mailto:ada@example.org', allowLoopback: true }
  const jobs = await startJobs({ url, db, now, log, pusher, releases: async () => undefined })
  const digests = mailDigests({ db, now, env: { ...env, SMTP_URL: mails.url }, publicUrl: base })
  const backups = nightlyBackup({ db, env, instanceId: 'week', now })
  const attendees: Attendee[] = []
  for (let index = 0; index < ATTENDEES; index++)
    attendees.push(await comeIn(db, hall, `attendee-${index}`, `http://127.0.0.1:${portOf(pushes.address())}`, now()))
  const place = { db, hall, attendees, base, door: await openDoor(db, hall, now()) }

  const weighed = [await weigh()]
  for (let day = 0; day < DAYS; day++) {
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      at = new Date(first.getTime() + day * DAY_MS + minutes * MINUTE_MS)
      const isDay = minutes >= 8 * 60 && minutes < 19 * 60
      if (isDay) await goOn(place, minutes, at)
      await jobs.due('alerts')
      if (minutes % 30 === 0) await digests()
      await countDemo(db, at)
      if (minutes === 190) await backups?.()
      if (minutes === 250) await purge(db, at)
      // Midnight in Paris.
      if (minutes === 23 * 60) await redateDemo(db, new Date(at.getTime() + MINUTE_MS))
    }
    weighed.push(await weigh())
    console.log(`day ${day + 1}: ${JSON.stringify(weighed.at(-1)?.memory)}, mails ${mails.received.length}`)
  }
  printWeighed(weighed)
  await jobs.stop()
  await hallway.close(1_000)
  await db.$disconnect()

  async function weigh() {
    return { rows: await rowsByTable(db), memory: memory(), files: filesBelow(data) }
  }
} finally {
  await postgres.stop()
  await mails.stop()
  pushes.closeAllConnections()
  pushes.close()
  rmSync(data, { recursive: true, force: true })
}
process.exit()

function portOf(address: ReturnType<typeof pushes.address>): number {
  return typeof address === 'object' && address ? address.port : 0
}
