// @ts-check
// How the engine talks to Postgres: @prisma/adapter-pg, with two repairs that migrations need.
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { createDatabase, dropDatabase, urlOfDatabase } from './maintenance.mjs'

const CATALOG_CHAR = 18
const CHAR = 1042

/** At the end of a script: the migration that runs it is done. */
const DONE = `
;DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now()
    WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs IS NULL;
  END IF;
END $$`

/** @typedef {import('./command-line.mjs').Datasource} Datasource */
/** @typedef {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory} Drivers */

/**
 * Opens connections for the engine, to the database itself and to a shadow database that lives as long as its
 * connection.
 * @param {Datasource} datasource
 * @returns {Drivers}
 */
export function driversFor({ url, shadowDatabaseUrl, recordsInScript = false }) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url, undefined, recordsInScript ? DONE : ''),
    connectToShadowDb: () => (shadowDatabaseUrl ? connect(shadowDatabaseUrl) : connectToNewShadow(url)),
  }
}

/** @param {string} url */
async function connectToNewShadow(url) {
  const shadow = urlOfDatabase(url, `prisma_migrate_shadow_db_${randomUUID()}`)
  await createDatabase(shadow)
  return connect(shadow, () => dropDatabase(shadow))
}

/** @param {string} url @param {() => Promise<void>} [afterwards] @param {string} [end] of each script */
async function connect(url, afterwards = async () => undefined, end = '') {
  const { connectionString, schema } = splitSchema(url)
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    options: schema && `-c search_path=${pg.escapeIdentifier(schema)}`,
  })
  if (schema && schema !== 'public') await pool.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`)
  const adapter = await new PrismaPg(pool, { schema }).connect()
  readCatalogChars(pool, adapter)
  adapter.executeScript = (script) => runWhole(adapter, script + end)
  adapter.dispose = async () => {
    await pool.end()
    await afterwards()
  }
  return adapter
}

/**
 * First repair: the adapter refuses a column of the catalogs' own type "char". It is shown to it as char, and its
 * values go on as single characters.
 * @param {pg.Pool} pool @param {import('@prisma/driver-adapter-utils').SqlDriverAdapter} adapter
 */
function readCatalogChars(pool, adapter) {
  /**
   * @type {boolean[]} which columns of the last result are of that type; the engine asks one question after the other
   */
  let isCatalogChar = []
  const query = pool.query.bind(pool)
  const queryRaw = adapter.queryRaw.bind(adapter)
  pool.query = /** @type {typeof pool.query} the adapter uses the form with one object only */ (
    async (/** @type {pg.QueryConfig} */ config) => {
      const result = await query(config)
      isCatalogChar = result.fields?.map((field) => field.dataTypeID === CATALOG_CHAR) ?? []
      for (const field of result.fields ?? []) if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = CHAR
      return result
    }
  )
  adapter.queryRaw = async (question) => {
    const result = await queryRaw(question)
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, index) => (isCatalogChar[index] ? ColumnTypeEnum.Character : type)),
    }
  }
}

/**
 * Second repair: the adapter cuts a script at every semicolon, also inside a function's body; Postgres itself takes it
 * whole.
 * @param {import('@prisma/driver-adapter-utils').SqlDriverAdapter} adapter @param {string} script
 */
async function runWhole(adapter, script) {
  // Sent without values it goes as one simple query, which may hold many statements.
  await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
}

/** Prisma puts the schema's name into the address, where Postgres does not expect it. @param {string} address */
function splitSchema(address) {
  if (!address) return { connectionString: 'postgresql://127.0.0.1:1/none', schema: undefined }
  const url = new URL(address)
  const schema = url.searchParams.get('schema') ?? undefined
  url.searchParams.delete('schema')
  return { connectionString: url.href, schema }
}
