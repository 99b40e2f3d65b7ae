// Two processes behind HAProxy, over a Postgres that a standby follows, while attendees come, pull and pick: one
// process is killed, then the Postgres, and the standby promoted. What was taken is there in the end, and screens come
// back. Needs a build, Linux and HAProxy (apt-get install haproxy).
//   node --import tsx bench/hour/outage.ts [attendees] [minutes] [seed]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connect } from '@/lib/platform/db'
import { startPostgres } from '@/scripts/database/embedded-postgres.mjs'
import { createMigrated } from '@/scripts/database/throw-away-postgres.mjs'
import { makePassable } from '@/scripts/data-folder.mjs'
import { Crowd } from './crowd'
import { environmentOf, startHallway } from './installation'
import { Moments } from './moments'
import { startDatabaseProxy, startWebProxy } from './proxies'
import { reckon } from './reckoning'
import { promote, startAgent, startPair } from './standby'
import { Tally } from './tally'
import { timetable } from './timetable'
import { makeVenue, ROOMS, SESSIONS } from './venue'
import { Wire } from './wire'

const [attendees, minutes, seed] = [8_000, 4, 1].map((usual, at) => Number(process.argv[2 + at] ?? usual))
if (!attendees || !minutes || !seed) throw new Error('outage.ts [attendees] [minutes] [seed]')
const lengthMs = minutes * 60_000
const [KILLED_AT, REPLACED_AT, FAILED_AT] = [0.4, 0.55, 0.7]
/** One HAProxy holds two descriptors a screen. */
const SCREENS_OF_PROXY = 6_000
const LOOK_EVERY_MS = 50

const folder = mkdtempSync(join(tmpdir(), 'hallway-outage-'))
makePassable(folder)
const [first, second] = [join(folder, 'first'), join(folder, 'second')]
for (const path of [first, second]) {
  mkdirSync(path)
  makePassable(path)
}
const alone = await startPostgres({ folder: first, followed: true })
await createMigrated(alone.url('hallway'))
const env = { ...environmentOf(join(folder, 'data'), ''), TRUST_PROXY: '1' }
const making = connect(alone.url('hallway'), 4)
const venue = await makeVenue(making, { attendees, secret: env.NEXTAUTH_SECRET, minutes })
await making.$disconnect()
await alone.stop()
const { primary, standby } = await startPair(first, second)
const agents = [await startAgent(primary), await startAgent(standby)]
const databases = [primary, standby].map(({ port }, at) => ({ port, agentPort: agents[at]?.port ?? 0 }))
const databaseProxy = await startDatabaseProxy(folder, databases)
const url = new URL(primary.url('hallway'))
url.port = String(databaseProxy.port)
env.DATABASE_URL = url.href
const killed = await startHallway(env)
const other = await startHallway(env)
const count = Math.ceil(attendees / SCREENS_OF_PROXY)
const proxies = await Promise.all(Array.from({ length: count }, () => startWebProxy(folder, [killed.port, other.port])))
const ports = proxies.map(({ port }) => port)
const [tally, moments] = [new Tally(), new Moments()]
const crowd = new Crowd({
  ...{ venue, tally, wire: new Wire(ports), livePorts: ports },
  ...{ onPoke: moments.onPoke, onShown: moments.onShown, onBack: moments.onBack },
})
const acts = timetable({ attendees, doors: ROOMS, sessions: SESSIONS, lengthMs }, seed)
console.log(`${attendees} attendees, ${acts.length} acts in ${minutes} minutes, ${count} HAProxy, seed ${seed}`)

const running = crowd.run(acts)
await wait(KILLED_AT * lengthMs)
const afterKill = await watchFrom(async () => killed.kill())
await wait(REPLACED_AT * lengthMs - KILLED_AT * lengthMs - afterKill['watched for s'] * 1000)
const replaced = await startHallway(env, killed.port)
await wait((FAILED_AT - REPLACED_AT) * lengthMs)
const afterFailover = await watchFrom(async () => {
  process.kill(primary.pid, 'SIGQUIT')
  await promote(standby)
})
const unanswered = await running
const db = connect(env.DATABASE_URL, 2)
console.table({ 'a process was killed': afterKill, 'the database failed over': afterFailover })
console.table(Object.fromEntries(tally.kinds().map((kind) => [kind, tally.row(kind)])))
console.log('failed on the way', tally.failed)
console.log({ unanswered, 'screens open': crowd.screens })
console.log(await reckon(db, venue, crowd))

crowd.close()
await db.$disconnect()
for (const hallway of [replaced, other]) await hallway.stop()
for (const proxy of [...proxies, databaseProxy]) proxy.stop()
for (const { server } of agents) server.close()
await standby.stop()
await primary.stop()
rmSync(folder, { recursive: true, force: true })
process.exit()

/** Does it, and looks until all screens stand again: half a minute at most. */
async function watchFrom(strike: () => Promise<void>) {
  const before = { screens: crowd.screens, away: moments.away.length }
  const begunMs = performance.now()
  const struck = strike()
  let [taken, atMs, pauseMs, backMs] = [crowd.taken, begunMs, 0, NaN]
  for (let nowMs = begunMs; nowMs - begunMs < 30_000; nowMs = performance.now()) {
    const now = crowd.taken
    pauseMs = Math.max(pauseMs, nowMs - atMs)
    if (now > taken) [taken, atMs] = [now, nowMs]
    const isBack = crowd.screens >= before.screens && moments.away.length > before.away
    if (isBack && Number.isNaN(backMs)) backMs = nowMs - begunMs
    await wait(LOOK_EVERY_MS)
  }
  await struck
  const away = moments.away.slice(before.away).toSorted((a, b) => a - b)
  return {
    'screens before': before.screens,
    'lost, and back': away.length,
    'away ms, p50': Math.round(away[Math.floor(away.length / 2)] ?? NaN),
    'away ms, most': Math.round(away.at(-1) ?? NaN),
    'all back after ms': Math.round(backMs),
    'no change taken for ms': Math.round(pauseMs),
    'watched for s': Math.round((performance.now() - begunMs) / 1000),
  }
}
