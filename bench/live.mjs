// @ts-check
// One change told to many open screens, against a bare Node twin on the same Postgres:
// DATABASE_URL=… node bench/live.mjs http://localhost:3000 kubecon-eu-2026 5000
import { connect } from 'node:net'
import pg from 'pg'
import { findListener, requireLoopback, residentKilobytes, startTwin } from './processes.mjs'

const ROUNDS = 5
const DEADLINE_MS = 20_000
const OPENING_AT_ONCE = 200
const CHANNEL = 'hallway_bench'
const [origin = 'http://localhost:3000', slug = 'kubecon-eu-2026', wanted = '5000'] = process.argv.slice(2)
const base = requireLoopback(origin)
const databaseUrl = process.env.DATABASE_URL ?? ''
const { conference } = await (await fetch(new URL(`/c/${slug}/agenda.json`, base))).json()
const database = new pg.Client({ connectionString: databaseUrl })
await database.connect()

// A raised version is what every change ends in; nothing else of the conference is touched.
const change = () => database.query('UPDATE "Conference" SET version = version + 1 WHERE id = $1', [conference.id])
const notify = () => database.query(`SELECT pg_notify('${CHANNEL}', json_build_object('topic', $1::text, 'version', 1)::text)`, [`conference:${conference.id}`])

const twin = await startTwin({ databaseUrl, channel: CHANNEL })
console.table({
  'bare Node': await run({ url: new URL('/live', twin.origin), pid: twin.pid, tell: notify }),
  'front door': await run({ url: new URL(`/api/live?topics=conference:${conference.id}`, base), pid: findListener(Number(base.port)), tell: change }),
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
  return { connections: screens.sockets.length, 'opened in ms': Math.round(openedMs), 'last poke ms (median)': Math.round(last.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN), 'kB each': Math.round(heldKilobytes / screens.sockets.length * 10) / 10 }
}

/** @param {URL} url @param {number} count */
async function openScreens(url, count) {
  const screens = { sockets: /** @type {import('node:net').Socket[]} */ ([]), onPoke: () => {} }
  while (screens.sockets.length < count) {
    const batch = Math.min(OPENING_AT_ONCE, count - screens.sockets.length)
    screens.sockets.push(...(await Promise.all(Array.from({ length: batch }, () => openScreen(url, screens)))))
  }
  return screens
}

/** @param {URL} url @param {{ onPoke: () => void }} screens @returns {Promise<import('node:net').Socket>} after its first event */
function openScreen(url, screens) {
  return new Promise((done, fail) => {
    const socket = connect(Number(url.port), '127.0.0.1', () => socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`))
    let isOpen = false
    socket.on('data', (chunk) => {
      if (!chunk.includes('"version"')) return
      if (isOpen) screens.onPoke()
      isOpen = true
      done(socket)
    })
    socket.once('error', fail)
  })
}

/** @param {{ sockets: unknown[], onPoke: () => void }} screens @param {() => Promise<unknown>} tell @returns {Promise<number>} ms from the change to the last screen that heard of it */
function untilAllHeard(screens, tell) {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('Not every screen heard of the change')), DEADLINE_MS)
    const begun = performance.now()
    let heard = 0
    screens.onPoke = () => {
      if (++heard < screens.sockets.length) return
      clearTimeout(late)
      done(performance.now() - begun)
    }
    tell().catch(fail)
  })
}
