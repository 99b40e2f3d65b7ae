import { InstallationRefusal } from '@/lib/backup/refusal'
import { now } from '@/lib/platform/clock'
import { EnvironmentError } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { dataFolder, readSecrets } from '../data-folder.mjs'
import { isDatabaseGone } from '../database/database-gone'
import { StartError } from '../start-error.mjs'
import type { CommandPlace } from './backup-command'
import { version } from '../../package.json'

/** Runs a command where the person stands, over the database that the environment names; its exit code is ours. */
export async function runAt(
  usage: string,
  failure: string,
  command: (words: string[], place: CommandPlace) => Promise<number>,
): Promise<void> {
  const words = process.argv.slice(2)
  if (words.includes('--help')) return console.log(usage)
  try {
    process.exitCode = await command(words, {
      url: process.env.DATABASE_URL ?? '',
      data: dataFolder(),
      folder: process.env.INIT_CWD || process.cwd(),
      now: now(),
      hallway: version,
      secrets: () => secretsOf(dataFolder()),
      say: console.log,
      complain: console.error,
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (!reason) throw error
    console.error(`${failure}: ${reason}`)
    process.exitCode = 1
  }
}

/** As secrets.json of the data folder holds them. */
function secretsOf(folder: string): string {
  const { HALLWAY_INSTANCE_ID, NEXTAUTH_SECRET } = readSecrets(folder)
  return JSON.stringify({ instanceId: HALLWAY_INSTANCE_ID, nextAuthSecret: NEXTAUTH_SECRET }, null, 2)
}

function reasonOf(error: unknown): string | null {
  const known = [InstallationRefusal, StartError, EnvironmentError]
  if (error instanceof Error && known.some((kind) => error instanceof kind)) return error.message
  if (error instanceof AppError && error.detail === 'photos')
    return 'the S3 server with the photos did not do what it was asked; the line above says why. Try again.'
  if (isDatabaseGone(error)) return 'the database ended meanwhile, or cannot be reached. Try again once it runs.'
  // Of a file or a disk: what opening it says names the path, what writing to it (a full disk) the call alone.
  if (error instanceof Error && 'code' in error && ('path' in error || 'syscall' in error)) return error.message
  return null
}
