import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { stampOf, writeBackupFile } from '@/lib/backup/backup-file'

export const backupUsage = `npm run -s backup -- [FILE] [--secrets]

Writes everything that this installation holds into one file, while it runs: the rows of one instant, and the photos.
FILE is hallway-<time>.tar.gz where you stand, unless you name one. Nobody else can read it.

--secrets  also what keeps the names of calendars' events and everybody's sign-in the same. Without it a restored
           installation asks everybody to sign in again, and calendars show everything twice until they are
           subscribed to anew, unless you keep secrets.json of the data folder yourself. With it, guard the file as
           you would that one.`

/** Where a command runs: over which database, from which folder files are named, where it speaks. */
export type CommandPlace = {
  url: string
  /** The data folder. */
  data: string
  folder: string
  now: Date
  /** Of this Hallway. */
  hallway: string
  /** What `secrets.json` of the data folder holds, or would hold. */
  secrets: () => string
  say: (text: string) => void
  complain: (text: string) => void
}

/** `npm run backup`. @returns its exit code */
export async function runBackup(words: string[], place: CommandPlace): Promise<number> {
  const options = readWords(words)
  if (!options) {
    place.complain(backupUsage)
    return 1
  }
  const path = resolve(place.folder, options.file ?? `hallway-${stampOf(place.now)}.tar.gz`)
  if (await isThere(path)) {
    place.complain(`${path} is there already: name another file.`)
    return 1
  }
  if (!(await isThere(dirname(path)))) {
    place.complain(`There is no folder ${dirname(path)}: make it, or name another file.`)
    return 1
  }
  const { url, hallway, now } = place
  const secrets = options.secrets ? place.secrets() : null
  const { checksums, sha256, bytes } = await writeBackupFile(path, { url, secrets, hallway, now })
  const rows = Object.values(checksums.rows).reduce((sum, count) => sum + count, 0)
  place.say(
    `${path}\n${rows} rows of ${Object.keys(checksums.rows).length} tables, ${checksums.photos} photos; ` +
      `${(bytes / 1e6).toFixed(1)} MB\nSHA-256 ${sha256}`,
  )
  if (!options.secrets) place.say('Without secrets.json (--secrets): keep that of the data folder, too.')
  return 0
}

function readWords(words: string[]): { file?: string | undefined; secrets: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { secrets: { type: 'boolean', default: false } },
    })
    return positionals.length > 1 ? null : { file: positionals[0], secrets: values.secrets }
  } catch {
    return null
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
