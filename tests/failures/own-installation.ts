import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@/lib/platform/db'
import { startPostgres } from '@/scripts/database/embedded-postgres.mjs'
import { createMigrated } from '@/scripts/database/throw-away-postgres.mjs'
import { OwnServer } from './own-server'

/** A database server and the server of a build over it, both a test's own, to do harm to. */
export type OwnInstallation = {
  db: ReturnType<typeof connect>
  server: OwnServer
  postgres: Awaited<ReturnType<typeof startPostgres>>
  end: () => Promise<void>
}

/** @param environment of the server, besides its own */
export async function startOwnInstallation(environment: Record<string, string> = {}): Promise<OwnInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-own-'))
  // Postgres never runs as root, and reads what is in here.
  await chmod(folder, 0o755)
  const postgres = await startPostgres({ folder })
  const url = postgres.url('hallway')
  await createMigrated(url)
  const db = connect(url, 4)
  const server = await OwnServer.start(url, environment)
  return {
    ...{ db, server, postgres },
    async end() {
      await server.end('SIGKILL')
      await db.$disconnect()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
