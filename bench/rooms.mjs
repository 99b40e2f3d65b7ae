// @ts-check A whole venue reports about its rooms at once, before open screens: DATABASE_URL=… node bench/rooms.mjs
// http://localhost:3000 [screens] Fifty stewards tap twenty times each while two thousand attendees say what they see.
// It makes a conference of its own, and removes it.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openPhone } from './phone.mjs'
import { requireLoopback } from './processes.mjs'
import { openScreens, untilAllHeard } from './screens.mjs'

const STEWARDS = 50
const TAPS = 20
const ATTENDEES = 2_000
const [origin = 'http://localhost:3000', wanted = '5000'] = process.argv.slice(2)
const base = requireLoopback(origin)
const database = new pg.Client({ connectionString: process.env.DATABASE_URL })
await database.connect()
const { conference, rooms } = await makeVenue()

try {
  while ((await states().catch(() => null)) === null) await wait(100)
  const screens = await openScreens(new URL(`/api/live?topics=rooms:${conference.id}`, base), Number(wanted))
  const heard = []
  for (let round = 0; round < 5; round++) {
    heard.push(await untilAllHeard(screens, () => tap(rooms[round % rooms.length] ?? fail(), 1)))
    await wait(500)
  }
  screens.onPoke = () => {}
  const begun = performance.now()
  const stewards = rooms.map(async (room) => {
    const times = []
    for (let turn = 0; turn < TAPS; turn++) times.push(await timed(() => tap(room, 2)))
    return times
  })
  const attendees = Array.from({ length: ATTENDEES }, (_, index) =>
    timed(() => say(rooms[index % rooms.length] ?? fail())),
  )
  const [taps, reports] = [(await Promise.all(stewards)).flat(), await Promise.all(attendees)]
  const seconds = (performance.now() - begun) / 1000
  await wait(1_000)
  const counts = (await states()).map(({ count }) => count)
  const {
    rows: [kept],
  } = await database.query('SELECT count(*)::int AS readings FROM "Reading" WHERE "conferenceId" = $1', [conference.id])
  console.table({ "stewards' taps": summary(taps), "attendees' reports": summary(reports) })
  console.log(
    `${Math.round((taps.length + reports.length) / seconds)} reports/s; ${kept.readings} kept of ` +
      `${5 + STEWARDS * TAPS + ATTENDEES}`,
  )
  console.log(
    `${counts.filter((count, index) => count === TAPS * 2 + (index < 5 ? 1 : 0)).length} of ${rooms.length} ` +
      'counts right',
  )
  console.log(
    `${screens.sockets.length} screens: the last one heard after ` +
      `${Math.round(heard.toSorted((a, b) => a - b)[2] ?? NaN)} ms (median of five)`,
  )
  for (const socket of screens.sockets) socket.destroy()
} finally {
  await database.query('DELETE FROM "Conference" WHERE id = $1', [conference.id])
  await database.end()
  for (const { phone } of rooms) phone.close()
}

async function makeVenue() {
  const conference = { id: randomUUID(), slug: `bench-${randomBytes(4).toString('hex')}` }
  await database.query(
    `INSERT INTO "Conference" (id, slug, name, acronym, "timeZone", visibility) VALUES ($1, $2, $2, 'bench', ` +
      `'UTC', 'public')`,
    [conference.id, conference.slug],
  )
  const rooms = []
  for (let index = 0; index < STEWARDS; index++) {
    const room = {
      id: randomUUID(),
      session: randomUUID(),
      secret: randomBytes(24).toString('base64url'),
      phone: openPhone(base),
    }
    await database.query(
      'INSERT INTO "Room" (id, "conferenceId", slug, name, capacity, position) VALUES ($1, $2, $3, $3, 100, $4)',
      [room.id, conference.id, `room-${index}`, index],
    )
    await database.query(
      'INSERT INTO "Session" (id, "conferenceId", number, title, "rawTitle", "dayOn", "startAt", "endAt") VALUES ' +
        `($1, $2, $3, 'Talk', 'Talk', now()::date, now() - interval '5 minutes', now() + interval '1 hour')`,
      [room.session, conference.id, index + 1],
    )
    await database.query('INSERT INTO "SessionRoom" ("sessionId", "roomId", position) VALUES ($1, $2, 0)', [
      room.session,
      room.id,
    ])
    await database.query(
      `INSERT INTO "StewardLink" (id, "conferenceId", "roomId", "tokenHash", name) VALUES ($1, $2, $3, $4, 'Door')`,
      [randomUUID(), conference.id, room.id, createHash('sha256').update(room.secret).digest('hex')],
    )
    rooms.push(room)
  }
  return { conference, rooms }
}

/** @param {{ secret: string, phone: import('./phone.mjs').Phone }} room @param {number} delta */
function tap({ secret, phone }, delta) {
  const now = new Date().toISOString()
  return phone.post(`/api/v1/steward/${secret}`, {
    sentAt: now,
    readings: [{ id: randomUUID(), at: now, kind: 'count', delta }],
  })
}

/** @param {{ session: string }} room */
async function say({ session }) {
  const now = new Date().toISOString()
  const phone = openPhone(base)
  await phone.post('/api/v1/readings', {
    conference: conference.id,
    device: randomUUID(),
    sentAt: now,
    readings: [{ id: randomUUID(), at: now, sessionId: session, level: 'full' }],
  })
  phone.close()
}

/** @returns {Promise<{ count: number | null }[]>} */
async function states() {
  return (await (await fetch(new URL(`/c/${conference.slug}/room-states.json`, base))).json()).rooms
}

/** @param {() => Promise<void>} run @returns {Promise<number>} ms */
async function timed(run) {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

/** @param {number[]} times */
function summary(times) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN)
  return { sent: times.length, 'median ms': at(0.5), 'p99 ms': at(0.99), 'most ms': at(1) }
}

/** @returns {never} */
function fail() {
  throw new Error('There are rooms')
}
