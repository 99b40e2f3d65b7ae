// @ts-check Applies migrations by Prisma's engine without its command line, which no container has. Its words are the
// migrations' names, DATABASE_URL says where. A program of its own: the engine gives no memory back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../programs.mjs'
import { lastPanic, startEngine } from '../schema-engine/engine.mjs'
import { ensureDatabase } from '../schema-engine/maintenance.mjs'

const FOLDER = join(root, 'prisma/migrations')
const LOCK_FILE = 'migration_lock.toml'
const url = process.env.DATABASE_URL ?? ''

// WebAssembly that gives up throws beside the promise that is waited for.
process.once('uncaughtException', (error) => fail(lastPanic() ?? error))
try {
  await ensureDatabase(url)
  await applyMigrations(process.argv.slice(2))
  // A pool that is still open would keep the process for its idle time.
  process.exit()
} catch (error) {
  fail(error)
}

/** @param {string[]} names */
async function applyMigrations(names) {
  const engine = await startEngine({ datasource: { url, recordsInScript: true }, schemaFiles: [] })
  const migrationDirectories = names.toSorted().map((path) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readMigration(path, 'migration.sql') } },
  }))
  await Reflect.get(engine, 'applyMigrations').call(engine, {
    migrationsList: {
      baseDir: FOLDER,
      lockfile: { path: LOCK_FILE, content: readMigration(LOCK_FILE) },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    filters: { externalTables: [], externalEnums: [] },
  })
}

/** @param {string[]} path */
function readMigration(...path) {
  return readFileSync(join(FOLDER, ...path), 'utf8')
}

/** In the words of Prisma's command line. @param {unknown} error @returns {never} */
function fail(error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
  console.error(`Error: ${code}\n\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
