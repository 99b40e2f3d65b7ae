import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import pg from 'pg'
import { startAppServer } from '@/scripts/server/app-server.mjs'
import { readSecrets } from '@/scripts/data-folder.mjs'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { root, runProgram } from '@/scripts/programs.mjs'
import { createMigrated, neutralEnvironment, startThrowAwayPostgres } from '@/scripts/database/throw-away-postgres.mjs'
import { passApps, type App } from './own-app'

const PUSH_WIRE = ['--import', new URL('push-wire.mjs', import.meta.url).href]

/**
 * Starts the production build once for each worker: every one has a database with the demo and a data folder of its
 * own, in one throw-away Postgres, so that journeys of two workers cannot meet. A worker finds its own by `takeOwnApp`.
 */
export default async function startApps({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (!existsSync(`${root}/dist/server.mjs`)) throw new Error('There is no build to test: run npm run build first.')
  const postgres = await startThrowAwayPostgres()
  const stops: (() => Promise<void>)[] = [postgres.stop]
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop()
  }
  try {
    const template = join(postgres.folder, 'template')
    await makeTemplate(postgres.url('template'), template)
    const names = Array.from({ length: workers }, (_, index) => `hallway_${index}`)
    // Copying a template wants nobody else in it: one by one. Servers start side by side.
    for (const name of names) await copyTemplate(postgres.url('postgres'), name)
    const starts = await Promise.allSettled(
      names.map((name) => {
        const folder = join(postgres.folder, name)
        cpSync(template, folder, { recursive: true })
        return startApp(postgres.url(name), folder)
      }),
    )
    const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
    stops.push(...started.map(({ stop }) => stop))
    for (const start of starts) if (start.status === 'rejected') throw start.reason
    passApps(started.map(({ app }) => app))
    return stopAll
  } catch (error) {
    await stopAll()
    throw error
  }
}

async function startApp(databaseUrl: string, folder: string): Promise<{ app: App; stop: () => Promise<void> }> {
  const env = {
    ...neutralEnvironment(),
    DATABASE_URL: databaseUrl,
    HALLWAY_DATA: folder,
    LOG_LEVEL: 'warn',
    // A journey's own site is on this machine.
    HALLWAY_FETCH_ALLOW: '127.0.0.1',
    NODE_ENV: 'production',
    ...readSecrets(folder),
  }
  const address = { host: '127.0.0.1', port: await findFreePort() }
  const { stop } = await startAppServer({
    ...address,
    env,
    words: [...PUSH_WIRE, '--enable-source-maps', 'dist/server.mjs'],
  })
  return { app: { url: `http://localhost:${address.port}`, databaseUrl, environment: env }, stop }
}

/** The migrated database with the demo in it, and the folder of its pictures, to be copied. */
async function makeTemplate(url: string, folder: string): Promise<void> {
  await createMigrated(url)
  const env = { ...neutralEnvironment(), DATABASE_URL: url, HALLWAY_DATA: folder }
  const { ok, output } = await runProgram(process.execPath, ['--import', 'tsx', 'scripts/load-demo.ts'], { env })
  if (!ok) throw new Error(`The demo does not load.\n${output}`)
}

async function copyTemplate(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "template"`).finally(() => client.end())
}
