// @ts-check
// A Postgres of its own for a run of tests, gone afterwards; nothing of `up` is touched.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePassable } from '../data-folder.mjs'
import { root } from '../programs.mjs'
import { migrate } from './database.mjs'
import { startPostgres } from './embedded-postgres.mjs'

/**
 * @returns {Promise<{ folder: string, url: (database: string) => string, stop: () => Promise<void> }>} `folder`: for
 * whatever else is to be thrown away
 */
export async function startThrowAwayPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-test-'))
  makePassable(folder)
  const server = await startPostgres({ folder, throwAway: true })
  const stop = async () => {
    await server.stop()
    for (const path of [folder, server.folder]) rmSync(path, { recursive: true, force: true })
  }
  return { folder, url: server.url, stop }
}

/** Creates the database with every migration applied. @param {string} url */
export async function createMigrated(url) {
  await migrate(url, () => undefined)
}

/**
 * The environment without anybody's settings: neither theirs nor those of a .env file reach a test. What there is
 * stands in .env.example.
 * @returns {Record<string, string>}
 */
export function neutralEnvironment() {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const names = [...example.matchAll(/^# ([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, '']))
}
