import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'
import { dataFolder } from './scripts/data-folder.mjs'
import { findPostgres } from './scripts/database/embedded-postgres.mjs'

try {
  process.loadEnvFile()
} catch {
  // No .env: the environment alone decides.
}

// Migrations run on Prisma's engine as WebAssembly, so nothing is downloaded. A native engine named by the environment
// wins.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= fileURLToPath(new URL('./scripts/schema-engine.mjs', import.meta.url))

// Without an address it is the database of `npm run up`, while that runs.
const url = process.env.DATABASE_URL || (findPostgres(dataFolder())?.url('hallway') ?? '')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url },
})
