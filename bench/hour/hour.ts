// An hour of a conference in some minutes: attendees come, pull, pick, look; stewards count; an organizer releases;
// people are alerted. Against a bare twin that inserts the same rows, beside it and alone. Needs a build and Linux.
//   node --import tsx bench/hour/hour.ts [attendees] [minutes] [seed]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connect } from '@/lib/platform/db'
import { startPostgres } from '@/scripts/database/embedded-postgres.mjs'
import { createMigrated } from '@/scripts/database/throw-away-postgres.mjs'
import { makePassable } from '@/scripts/data-folder.mjs'
import { Crowd } from './crowd'
import { environmentOf, startHallway, startTwin } from './installation'
import { Moments } from './moments'
import { reckon, reckonAlerts } from './reckoning'
import { planRelease } from './release'
import { Tally } from './tally'
import { timetable } from './timetable'
import { makeVenue, ROOMS, SESSIONS } from './venue'
import { Watch } from './watch'
import { Wire } from './wire'

const [attendees, minutes, seed] = [12_000, 7, 1].map((usual, at) => Number(process.argv[2 + at] ?? usual))
if (!attendees || !minutes || !seed) throw new Error('hour.ts [attendees] [minutes] [seed]')
const lengthMs = minutes * 60_000
/** So much of the hour the twin has alone, and so many of all come to it beside Hallway. */
const [ALONE, BESIDE] = [0.15, 0.1]
const RELEASE_AT = 0.5
/** Of 12,000, a quarter of the picks of one each. */
const TOUCHED = attendees / 4
const [SHOWN_WITHIN_MS, ALERTED_WITHIN_MS] = [15_000, 75_000]

const folder = mkdtempSync(join(tmpdir(), 'hallway-hour-'))
makePassable(folder)
const postgres = await startPostgres({ folder })
const [url, twinUrl] = [postgres.url('hallway'), postgres.url('twin')]
await createMigrated(url)
const env = environmentOf(join(folder, 'data'), url)
const making = connect(url, 4)
const venue = await makeVenue(making, { attendees, secret: env.NEXTAUTH_SECRET, minutes })
await making.$disconnect()
await copyDatabase()
const hallway = await startHallway(env)
const origin = `http://127.0.0.1:${hallway.port}`
const twin = await startTwin({ databaseUrl: twinUrl, from: origin, conferenceId: venue.conference.id })
const acts = timetable({ attendees, doors: ROOMS, sessions: SESSIONS, lengthMs }, seed)
console.log(
  `${attendees} attendees, ${acts.length} acts in ${minutes} minutes (60 pressed by ${60 / minutes}), seed ${seed}`,
)

const [ours, beside, alone] = [new Tally(), new Tally(), new Tally()]
const gone = { onPoke: () => undefined, onShown: () => undefined, onBack: () => undefined }
const atTwin = (tally: Tally) =>
  new Crowd({ venue, tally, wire: new Wire([twin.port]), livePorts: [twin.port], ...gone })
const twinAlone = atTwin(alone)
await twinAlone.run(acts.filter(({ atMs }) => atMs < ALONE * lengthMs))
twinAlone.close()

const db = connect(url, 4)
const moments = new Moments()
const crowd = new Crowd({
  ...{ venue, tally: ours, wire: new Wire([hallway.port]), livePorts: [hallway.port] },
  ...{ onPoke: moments.onPoke, onShown: moments.onShown, onBack: moments.onBack },
})
const twinBeside = atTwin(beside)
const watch = new Watch([
  { name: 'Hallway', pid: hallway.pid, metricsPort: hallway.metricsPort },
  { name: 'database', pid: postgres.pid },
  { name: 'client', pid: process.pid, isAlone: true },
])
const released = release()
const [unanswered] = await Promise.all([
  crowd.run(acts),
  twinBeside.run(acts.filter((act) => ('who' in act ? act.who : act.door) % (1 / BESIDE) === 0)),
])
const { planned, version, at } = await released
watch.stop()

console.table(
  Object.fromEntries(
    ours.kinds().map((kind) => [
      kind,
      {
        ...ours.row(kind),
        'twin beside p50': beside.row(kind).p50,
        'twin beside p99': beside.row(kind).p99,
        'twin alone p99': alone.row(kind).p99,
        'p99, of the twin beside': Math.round((ours.quantile(kind, 0.99) / beside.quantile(kind, 0.99)) * 10) / 10,
      },
    ]),
  ),
)
console.log('failed on the way', { Hallway: ours.failed, twin: { ...beside.failed, ...alone.failed } })
console.table(watch.looks)
console.log({ unanswered, 'screens open': crowd.screens, 'the client was late by ms': Math.round(crowd.lateMs) })
console.log('released', planned, moments.of(version, at))
console.log(await reckon(db, venue, crowd))

let alerts = await reckonAlerts(db, venue, version)
const until = Date.now() + ALERTED_WITHIN_MS
while (Date.now() < until && (alerts['wanted of those, and missing'] || alerts['wanted of those and missing'])) {
  await wait(2_000)
  alerts = await reckonAlerts(db, venue, version)
}
console.log(alerts)

crowd.close()
twinBeside.close()
await db.$disconnect()
await twin.stop()
await hallway.stop()
await postgres.stop()
rmSync(folder, { recursive: true, force: true })
process.exit()

async function release() {
  await wait(RELEASE_AT * lengthMs)
  const plan = await planRelease(db, venue, TOUCHED)
  for (;;) {
    const made = await db.release.findFirst({ where: { conferenceId: venue.conference.id } })
    if (made) {
      await wait(SHOWN_WITHIN_MS)
      return { planned: plan, version: made.version, at: made.createdAt.getTime() }
    }
    await wait(200)
  }
}

async function copyDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  await client.query('CREATE DATABASE "twin" TEMPLATE "hallway"')
  await client.end()
}
