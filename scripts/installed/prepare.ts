import { directUrl, readEnvironment, type Environment } from '@/lib/platform/env'
import { dataFolder, prepareFolder, readSecrets } from '../data-folder.mjs'
import { migrate } from '../database/database.mjs'
import { StartError } from '../start-error.mjs'

/**
 * What must be true before anything of Hallway runs: an environment that says all that is needed, a data folder that
 * can be written, secrets, a database that has every migration.
 * @throws {StartError} with the first that is not
 */
export async function prepare(): Promise<void> {
  const env = checkEnvironment()
  const folder = dataFolder()
  prepareFolder(folder)
  Object.assign(process.env, readSecrets(folder))
  // Standard output belongs to what comes after: a log, or a command's answer.
  await migrate(directUrl(env), (note) => console.error(`Migrations: ${note}`))
}

/**
 * Has what runs next in this process ask the database itself: a command holds on to one connection, which a pooler
 * would share out.
 * @throws {StartError} when the environment is not usable
 */
export function passPooler(): void {
  process.env.DATABASE_URL = directUrl(checkEnvironment())
}

function checkEnvironment(): Environment {
  try {
    return readEnvironment()
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error))
  }
}
