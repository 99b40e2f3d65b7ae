import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '@/scripts/embedded-postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated, empty database that every test file copies. */
    templateUrl: string
  }
}

/** Starts a throw-away Postgres for the whole run and migrates one template database in it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-test-'))
  chmodSync(folder, 0o755)
  const server = await startPostgres({ folder })
  const templateUrl = server.url('template')
  execFileSync('npx', ['prisma', 'migrate', 'deploy'], { env: { ...process.env, DATABASE_URL: templateUrl }, stdio: 'pipe' })
  project.provide('templateUrl', templateUrl)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    if (server.moved) rmSync(server.folder, { recursive: true, force: true })
  }
}
