// @ts-check
// One change told to many open screens, against a bare Node twin on the same Postgres:
// DATABASE_URL=… node bench/live.mjs http://localhost:3000 kubecon-eu-2026 5000
import pg from 'pg'
import { findListener, requireLoopback, residentKilobytes, startTwin } from './processes.mjs'
import { openScreens, untilAllHeard } from './screens.mjs'

const ROUNDS = 5
const CHANNEL = 'hallway_bench'
const [origin = 'http://localhost:3000', slug = 'kubecon-eu-2026', wanted = '5000'] = process.argv.slice(2)
const base = requireLoopback(origin)
const databaseUrl = process.env.DATABASE_URL ?? ''
const { conference } = await (await fetch(new URL(`/c/${slug}/agenda.json`, base))).json()
const database = new pg.Client({ connectionString: databaseUrl })
await database.connect()

// A raised version is what every change ends in; nothing else of the conference is touched.
const change = () => database.query('UPDATE "Conference" SET version = version + 1 WHERE id = $1', [conference.id])
const notify = () =>
  database.query(`SELECT pg_notify('${CHANNEL}', json_build_object('topic', $1::text, 'version', 1)::text)`, [
    `conference:${conference.id}`,
  ])

const twin = await startTwin({ databaseUrl, channel: CHANNEL })
console.table({
  'bare Node': await run({ url: new URL('/live', twin.origin), pid: twin.pid, tell: notify }),
  'front door': await run({
    url: new URL(`/api/live?topics=conference:${conference.id}`, base),
    pid: findListener(Number(base.port)),
    tell: change,
  }),
})
twin.stop()
await database.end()

/** @param {{ url: URL, pid: number, tell: () => Promise<unknown> }} side */
async function run({ url, pid, tell }) {
  const before = residentKilobytes(pid)
  const begun = performance.now()
  const screens = await openScreens(url, Number(wanted))
  const openedMs = performance.now() - begun
  const heldKilobytes = residentKilobytes(pid) - before
  const last = []
  for (let round = 0; round < ROUNDS; round++) last.push(await untilAllHeard(screens, tell))
  for (const socket of screens.sockets) socket.destroy()
  return {
    connections: screens.sockets.length,
    'opened in ms': Math.round(openedMs),
    'last poke ms (median)': Math.round(last.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN),
    'kB each': Math.round((heldKilobytes / screens.sockets.length) * 10) / 10,
  }
}
