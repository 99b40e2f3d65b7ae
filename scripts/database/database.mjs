// @ts-check What `up` asks of a database before the server runs. pg is loaded when it is used: it may have been
// installed a moment ago.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lastComplaint } from '../preparation.mjs'
import { root, runProgram } from '../programs.mjs'
import { StartError } from '../start-error.mjs'
import { whileNobodyMigrates } from './migration-lock.mjs'

/** What is noted where nothing had to be applied. */
export const UP_TO_DATE = 'up to date'

const MIGRATIONS = 'prisma/migrations'
/** Of the lock under which Prisma's engine applies migrations. */
const ENGINES_KEY = 72_707_369
const MISSING_DATABASE = '3D000'
const MISSING_TABLE = '42P01'
const REFUSED = ['28P01', '28000']
const NO_ADDRESS =
  'DATABASE_URL is not the address of a Postgres server (postgresql://user:password@host:5432/database).'

/** @typedef {(text: string) => void} Note */

/**
 * The address of the database at `url` without the pooler that may be between.
 * @param {string} url DATABASE_URL
 */
export function withoutPooler(url) {
  return process.env.HALLWAY_DATABASE_DIRECT_URL || url
}

/**
 * Applies the migrations that the database lacks, creating it when it is missing. Of several processes one applies
 * them, and the others wait until it has.
 * @param {string} url @param {Note} note
 * @param {string[]} [wanted] those alone, of all that there are: the tables of an earlier version
 * @throws {StartError} when the server cannot be reached or a migration fails
 */
export async function migrate(url, note, wanted) {
  const known = readdirSync(join(root, MIGRATIONS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (wanted?.includes(entry.name) ?? true))
    .map((entry) => entry.name)
  if ((await countMissing(url, known)) === 0) return note(UP_TO_DATE)
  await whileNobodyMigrates(
    url,
    () => note('another process applies them'),
    () => applyMissing(url, note, known),
  ).catch((error) => {
    if (error instanceof StartError) throw error
    throw new StartError(`The database could not be migrated (${error instanceof Error ? error.message : error}).`)
  })
}

/** @param {string} url @param {Note} note @param {string[]} known */
async function applyMissing(url, note, known) {
  await forgetCutOff(url)
  // Whoever was first may have applied them while we waited.
  const missing = await countMissing(url, known)
  if (missing === 0) return note(UP_TO_DATE)
  const words = ['scripts/database/apply-migrations.mjs', ...known]
  const { ok, output } = await runProgram(process.execPath, words, { env: { DATABASE_URL: url } })
  if (!ok)
    throw new StartError(
      `The database could not be migrated (${complaintOfPrisma(output)}); npx prisma migrate status says where ` +
        'it stands.',
    )
  note(`${missing} applied`)
}

/**
 * What was killed while it applied a migration left a row that says it began. A migration and the word that it is done
 * are one transaction (scripts/schema-engine/driver.mjs), so nothing of it is there, and it is applied anew. Postgres
 * may be at it still, for whoever is gone: it holds the engine's lock until then.
 * @param {string} url
 */
async function forgetCutOff(url) {
  await query(
    url,
    `DO $$ BEGIN
      PERFORM pg_advisory_xact_lock(${ENGINES_KEY});
      IF to_regclass('_prisma_migrations') IS NOT NULL THEN
        UPDATE _prisma_migrations SET rolled_back_at = now()
        WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NULL;
      END IF;
    END $$`,
  )
}

/** @param {string} url @param {string[]} known */
async function countMissing(url, known) {
  const applied = await listMigrations(url)
  return known.filter((name) => !applied.includes(name)).length
}

/**
 * Does nobody's work lie in this database? A person without a conference counts: they removed the demo.
 * @param {string} url
 */
export async function isEmpty(url) {
  const [row] = await query(
    url,
    'SELECT NOT EXISTS (SELECT FROM "Conference") AND NOT EXISTS (SELECT FROM "User") AS empty',
  )
  return row?.empty === true
}

/**
 * Does the demo that is always happening now begin on another day than today?
 * @param {string} url
 */
export async function isDemoOutdated(url) {
  const rows = await query(
    url,
    `
    SELECT min(s."dayOn") <> (now() AT TIME ZONE c."timeZone")::date AS outdated
    FROM "Conference" c JOIN "Session" s ON s."conferenceId" = c.id AND s.status <> 'cancelled'
    WHERE c.slug = 'hallway-days' AND c.demo GROUP BY c.id`,
  )
  return rows[0]?.outdated === true
}

/**
 * Is the demo that is always happening now in this database?
 * @param {string} url
 */
export async function isDemoShown(url) {
  const [row] = await query(
    url,
    `SELECT EXISTS (SELECT FROM "Conference" WHERE slug = 'hallway-days' AND demo) AS shown`,
  )
  return row?.shown === true
}

/** @param {string} url @returns {Promise<string[]>} the names of those that were applied whole */
async function listMigrations(url) {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new StartError(NO_ADDRESS)
  try {
    const rows = await query(
      url,
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return rows.map((row) => String(row.migration_name))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === MISSING_DATABASE || code === MISSING_TABLE) return []
    throw new StartError(explain(url, code, error))
  }
}

/** @param {string} url @param {string} statement @returns {Promise<Record<string, unknown>[]>} */
async function query(url, statement) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows
}

/** @param {string} url @param {string} code @param {unknown} error */
function explain(url, code, error) {
  const { host, username } = URL.canParse(url) ? new URL(url) : { host: '', username: '' }
  if (!host) return NO_ADDRESS
  if (REFUSED.includes(code))
    return (
      `The database at ${host} refused the user ${decodeURIComponent(username)} or their password; check ` +
      'DATABASE_URL.'
    )
  const reason = code || (error instanceof Error ? error.message : String(error))
  return `The database at ${host} could not be reached (${reason}); is it running, and is DATABASE_URL right?`
}

/** What Prisma says on several lines, in one. @param {string} output */
function complaintOfPrisma(output) {
  const name = /Migration name: (\S+)|migration_name="([^"]+)"|The `([^`]+)` migration started/
    .exec(output)
    ?.slice(1)
    .find(Boolean)
  if (/P3009/.test(output))
    return (
      `${name} failed before and stands half done; repair the database, then mark it with npx prisma migrate ` +
      'resolve'
    )
  const reason =
    /^ERROR: (.+)$/m.exec(output)?.[1] ?? /external connector error\n(.+)/.exec(output)?.[1] ?? lastComplaint(output)
  return name ? `${name}: ${reason}` : reason
}
