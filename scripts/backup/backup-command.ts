import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { stampOf, writeBackupFile } from '@/lib/backup/backup-file'
import { misunderstood, parseWords } from '../words/parse-words'
import { quantity } from '../words/quantity'

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
  if ('wrong' in options) {
    place.complain(misunderstood(options.wrong, backupUsage))
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
    `${path}\n${quantity(rows, 'row')} of ${quantity(Object.keys(checksums.rows).length, 'table')}, ` +
      `${quantity(checksums.photos, 'photo')}; ${(bytes / 1e6).toFixed(1)} MB\nSHA-256 ${sha256}`,
  )
  if (!options.secrets) place.say('Without secrets.json (--secrets): keep that of the data folder, too.')
  return 0
}

function readWords(words: string[]): { file: string | undefined; secrets: boolean } | { wrong: string[] } {
  const said = parseWords(words, { secrets: { type: 'boolean', default: false } })
  if ('wrong' in said) return said
  const [file, more] = said.positionals
  return more === undefined
    ? { file, secrets: said.values.secrets }
    : { wrong: [`One file is written: ${more} is one too many.`] }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
