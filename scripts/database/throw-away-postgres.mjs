// @ts-check
// A Postgres of its own for a run of tests, gone afterwards; nothing of `up` is touched.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePassable } from '../data-folder.mjs'
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
 * The environment without anybody's settings: neither theirs nor those of a .env file reach a test.
 * @returns {Record<string, string>}
 */
export function neutralEnvironment() {
  const names = [
    'DATABASE_URL',
    'PORT',
    'HOST',
    'HALLWAY_URL',
    'HALLWAY_DATA',
    'HALLWAY_DEMO',
    'HALLWAY_NOW',
    'HALLWAY_INSTANCE_ID',
    'TRUST_PROXY',
    'HALLWAY_DRAIN_SECONDS',
    'HALLWAY_DATABASE_POOL',
    'HALLWAY_DATABASE_DIRECT_URL',
    'HALLWAY_METRICS_PORT',
    'HALLWAY_METRICS_TOKEN',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_SERVICE_NAME',
    'HALLWAY_S3_ENDPOINT',
    'HALLWAY_S3_BUCKET',
    'HALLWAY_S3_REGION',
    'HALLWAY_S3_ACCESS_KEY_ID',
    'HALLWAY_S3_SECRET_ACCESS_KEY',
    'HALLWAY_S3_PREFIX',
    'SMTP_URL',
    'MAIL_FROM',
    'NEXTAUTH_SECRET',
    'GITHUB_ID',
    'GITHUB_SECRET',
    'GOOGLE_ID',
    'GOOGLE_SECRET',
    'LOG_LEVEL',
  ]
  return Object.fromEntries(names.map((name) => [name, '']))
}
