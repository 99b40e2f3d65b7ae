// @ts-check
// What concerns a database as a whole: reach it, create it, drop it. pg is loaded when it is used: it may have been
// installed a moment ago.

// Postgres's own codes, in Prisma's words.
const MISSING = 'P1003'
const CODES = { '3D000': MISSING, '42P04': 'P1009', '28P01': 'P1000', 28000: 'P1000' }
const UNREACHABLE = 'P1001'

/** @type {Record<string, (url: string) => Promise<unknown>>} */
const deeds = {
  'can-connect-to-database': connectOnce,
  'create-database': createDatabase,
  'drop-database': dropDatabase,
}

/**
 * Does one deed and reports a failure on stderr as the native engine does.
 * @param {string} name @param {string} url of the database
 * @returns {Promise<number>} the exit code
 */
export async function runMaintenance(name, url) {
  try {
    const deed = deeds[name]
    if (!deed) throw new Error(`There is no command ${name}.`)
    await deed(url)
    return 0
  } catch (error) {
    const fields = { message: messageOf(error), error_code: codeOf(error), is_panic: false }
    const report = { timestamp: new Date().toISOString(), level: 'ERROR', target: 'schema_engine::logger', fields }
    process.stderr.write(`\n${JSON.stringify(report)}`)
    return 1
  }
}

/** @param {string} url @returns {Promise<string>} the name of the database it created */
export async function createDatabase(url) {
  const name = databaseOf(url)
  const { escapeIdentifier } = await import('pg')
  await administer(url, `CREATE DATABASE ${escapeIdentifier(name)}`)
  return name
}

/** Creates it unless it is there. @param {string} url */
export async function ensureDatabase(url) {
  try {
    await connectOnce(url)
  } catch (error) {
    if (codeOf(error) !== MISSING) throw error
    // Another process may make it in this moment.
    await createDatabase(url).catch((refusal) =>
      connectOnce(url).catch(() => {
        throw refusal
      }),
    )
  }
}

/** @param {string} url */
export async function dropDatabase(url) {
  const { escapeIdentifier } = await import('pg')
  await administer(url, `DROP DATABASE IF EXISTS ${escapeIdentifier(databaseOf(url))} WITH (FORCE)`)
}

/** The same server, another database. @param {string} url @param {string} name */
export function urlOfDatabase(url, name) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

/** @param {string} url */
async function connectOnce(url) {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.end()
}

/** @param {string} url @param {string} statement */
async function administer(url, statement) {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: urlOfDatabase(url, 'postgres') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** @param {string} url */
function databaseOf(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** @param {unknown} error */
function codeOf(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return Object.entries(CODES).find(([known]) => known === code)?.[1] ?? UNREACHABLE
}

/** Several addresses tried in vain give an error without a message of its own. @param {unknown} error */
function messageOf(error) {
  if (error instanceof AggregateError) return error.errors.map(String).join('; ')
  return error instanceof Error ? error.message : String(error)
}
