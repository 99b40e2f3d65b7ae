import { EnvironmentError, readEnvironment } from '@/lib/platform/env'

/** Where a database of ours is started, its address is known only then. */
const OF_OURS = 'postgresql://localhost/hallway'

/** What is wrong with this process's environment; null: it is usable. Loaded by check-environment.mjs. */
export function complaintOfEnvironment(): string | null {
  try {
    readEnvironment({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || OF_OURS })
    return null
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
    throw error
  }
}
