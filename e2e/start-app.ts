import { existsSync } from 'node:fs'
import { startAppServer } from '@/scripts/app-server.mjs'
import { readSecrets } from '@/scripts/data-folder.mjs'
import { findFreePort } from '@/scripts/embedded-postgres.mjs'
import { root, runProgram } from '@/scripts/programs.mjs'
import { createMigrated, neutralEnvironment, startThrowAwayPostgres } from '@/scripts/throw-away-postgres.mjs'

/**
 * Starts the production build with the demo on a throw-away Postgres; journeys find it under HALLWAY_TEST_URL, its data under DATABASE_URL,
 * and under HALLWAY_TEST_ENVIRONMENT what another server of the same installation needs.
 */
export default async function startApp(): Promise<() => Promise<void>> {
  if (!existsSync(`${root}/dist/server.mjs`)) throw new Error('There is no build to test: run npm run build first.')
  const postgres = await startThrowAwayPostgres()
  try {
    const url = postgres.url('hallway')
    const env = { ...neutralEnvironment(), DATABASE_URL: url, HALLWAY_DATA: postgres.folder, LOG_LEVEL: 'warn', NODE_ENV: 'production', ...readSecrets(postgres.folder) }
    await createMigrated(url)
    await loadDemo(env)
    const address = { host: '127.0.0.1', port: await findFreePort() }
    const app = await startAppServer({ ...address, env, words: ['--enable-source-maps', 'dist/server.mjs'] })
    Object.assign(process.env, { HALLWAY_TEST_URL: `http://localhost:${address.port}`, DATABASE_URL: url, HALLWAY_TEST_ENVIRONMENT: JSON.stringify(env) })
    return async () => {
      await app.stop()
      await postgres.stop()
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function loadDemo(env: Record<string, string>): Promise<void> {
  const { ok, output } = await runProgram(process.execPath, ['--import', 'tsx', 'scripts/load-demo.ts'], { env })
  if (!ok) throw new Error(`The demo does not load.\n${output}`)
}
