// @ts-check Calendars of plans at their secret addresses, against a twin that puts one question to Postgres before each
// answer; then what it costs when many poll: DATABASE_URL=… node bench/personal-feeds.mjs http://localhost:3000
// kubecon-eu-2026. The people that it makes are deleted afterwards.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { measure } from './load.mjs'
import { findListener, requireLoopback, startTwin } from './processes.mjs'

const [ROUNDS, SECONDS, PICKS, PEOPLE, CALENDARS] = [3, 4, 30, 600, 12_000]
const CHANGED = 0.01
const [origin = 'http://localhost:3000', slug = 'kubecon-eu-2026'] = process.argv.slice(2)
const base = requireLoopback(origin)
const databaseUrl = process.env.DATABASE_URL ?? ''
const db = new pg.Client({ connectionString: databaseUrl })
await db.connect()
const folder = mkdtempSync(join(tmpdir(), 'hallway-bench-'))
try {
  const people = await makePeople()
  const [one] = people
  if (!one) throw new Error('There is nobody')
  console.table({
    '200, plain': await compare(one, {}, false),
    '200, gzip': await compare(one, { 'accept-encoding': 'gzip' }, false),
    304: await compare(one, {}, true),
  })
  console.table(await poll(people))
} finally {
  await db.query(`DELETE FROM "Pick" USING "User" WHERE "userId" = "User"."id" AND "email" LIKE '%@bench.invalid'`)
  await db.query(`DELETE FROM "User" WHERE "email" LIKE '%@bench.invalid'`)
  await db.end()
  rmSync(folder, { recursive: true })
}

/** @typedef {{ id: string, path: string }} Person */

/** People with a plan of some of the conference's sessions, each with an address. @returns {Promise<Person[]>} */
async function makePeople() {
  const secrets = Array.from({ length: PEOPLE }, () => randomBytes(24).toString('base64url'))
  const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest('hex'))
  const { rows } = await db.query(
    `WITH people AS (
      INSERT INTO "User" ("id", "email") SELECT gen_random_uuid(), h || '@bench.invalid' FROM unnest($1::text[]) AS h
      RETURNING "id", split_part("email", '@', 1) AS "hash"
    ), tokens AS (
      INSERT INTO "FeedToken" ("id", "userId", "conferenceId", "tokenHash", "name")
      SELECT gen_random_uuid(), people."id", c."id", "hash", 'Phone' FROM people, "Conference" c WHERE c."slug" = $2
    ), picks AS (
      INSERT INTO "Pick" ("userId", "conferenceId", "sessionId", "rank", "revision", "updatedAt")
      SELECT people."id", s."conferenceId", s."id", 'first', 1, now() FROM people CROSS JOIN LATERAL (
        SELECT s."id", s."conferenceId" FROM "Session" s JOIN "Conference" c ON c."id" = s."conferenceId"
        WHERE c."slug" = $2 ORDER BY md5(s."id"::text || people."id"::text) LIMIT $3) AS s
    )
    SELECT "id", "hash" FROM people`,
    [hashes, slug, PICKS],
  )
  const paths = new Map(hashes.map((hash, at) => [hash, `/feeds/${secrets[at]}.ics`]))
  return rows.map(({ id, hash }) => ({ id, path: paths.get(hash) ?? '' }))
}

/** @param {Person} person @param {Record<string, string>} headers @param {boolean} isConditional */
async function compare({ path }, headers, isConditional) {
  const answer = await fetch(new URL(path, base), { headers: { 'accept-encoding': 'identity', ...headers } })
  const body = Buffer.from(await answer.arrayBuffer())
  const own = ['content-type', 'cache-control', 'etag', 'last-modified', 'vary', 'x-robots-tag']
  const kept = own.flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name) ?? '']] : []))
  const file = join(folder, 'bytes')
  writeFileSync(file, body)
  const tag = kept.find(([name]) => name === 'etag')?.[1] ?? ''
  const query = `SELECT "id" FROM "FeedToken" WHERE "tokenHash" = 'none'`
  const twin = await startTwin({ headers: Object.fromEntries(kept), file, asks: { databaseUrl, query } })
  const load = { headers: { ...headers, ...(isConditional && { 'if-none-match': tag }) }, seconds: SECONDS }
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await measure({ ...load, url: new URL(path, base).href })
    const bare = await measure({ ...load, url: new URL(path, twin.origin).href })
    rounds.push({ 'Hallway /s': Math.round(ours), 'twin /s': Math.round(bare), ratio: ours / bare })
  }
  twin.stop()
  const median = rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)]
  return { ...median, ratio: Math.round((median?.ratio ?? NaN) * 100) / 100 }
}

/** Each asks once for what it has, after some plans changed. @param {Person[]} people */
async function poll(people) {
  const tags = new Map()
  for (const { path } of people) tags.set(path, (await ask(path)).etag)
  const changed = people.slice(0, Math.round(people.length * CHANGED)).map(({ id }) => id)
  await db.query(`UPDATE "Pick" SET "rank" = 'planB' WHERE "userId" = ANY($1)`, [changed])
  await db.query(`UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = ANY($1)`, [changed])
  // An hour later: that each was read is written again.
  await db.query(`UPDATE "FeedToken" SET "lastReadAt" = now() - interval '2 hours' WHERE "lastReadAt" IS NOT NULL`)
  const pid = findListener(Number(base.port))
  const before = processorSeconds(pid)
  const counts = { 200: 0, 304: 0 }
  for (const { path } of people) {
    const { status } = await ask(path, tags.get(path))
    if (status === 200 || status === 304) counts[status]++
  }
  const each = (processorSeconds(pid) - before) / people.length
  return {
    'ms of processor a poll': Math.round(each * 100_000) / 100,
    [`share of a core, ${CALENDARS} an hour`]: `${Math.round((each * CALENDARS * 1000) / 36) / 100} %`,
    ...counts,
  }
}

/** @param {string} path @param {string} [tag] */
async function ask(path, tag) {
  const answer = await fetch(new URL(path, base), { headers: tag ? { 'if-none-match': tag } : {} })
  await answer.arrayBuffer()
  return { status: answer.status, etag: answer.headers.get('etag') ?? '' }
}

/** What a process has used of its processor; NaN where /proc does not say. @param {number} pid */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
