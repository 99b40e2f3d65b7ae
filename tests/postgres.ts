import type { TestProject } from 'vitest/node'
import { createMigrated, startThrowAwayPostgres } from '@/scripts/database/throw-away-postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated, empty database that every test file copies. */
    templateUrl: string
  }
}

/** Starts a throw-away Postgres for the whole run and migrates one template database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayPostgres()
  const templateUrl = server.url('template')
  await createMigrated(templateUrl)
  project.provide('templateUrl', templateUrl)
  return server.stop
}
