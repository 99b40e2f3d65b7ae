import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dropDatabase, makeBeside, occupantsOf, takePlace } from '@/lib/backup/place'
import { readArchive, type Contents } from '@/lib/backup/read-archive'
import { InstallationRefusal } from '@/lib/backup/refusal'
import { restoreRows } from '@/lib/backup/restore-rows'
import { migrate } from '../database/database.mjs'
import { root } from '../programs.mjs'
import type { CommandPlace } from './backup-command'
import { keepSecrets } from './keep-secrets'

export const restoreUsage = `npm run -s restore -- FILE [--check] [--replace]

Puts a backup in this installation's place, with Hallway stopped: its rows, its photos, and its secrets if it has them.
FILE is read to its end first; nothing is touched unless it is whole. What an earlier version made
is brought up to date.

--check    read it, say what is in it, and do nothing
--replace  also where this installation holds something already. Its database is kept under another name, which is said`

/** `npm run restore`. @returns its exit code @throws {InstallationRefusal} when it cannot be done */
export async function runRestore(words: string[], place: CommandPlace): Promise<number> {
  const options = readWords(words)
  if (!options) {
    place.complain(restoreUsage)
    return 1
  }
  const path = resolve(place.folder, options.file)
  let secrets: string | null = null
  const contents = await readArchive(path, async (part, bytes) => {
    if (part.kind === 'secrets') secrets = bytes.toString()
  })
  place.say(sentenceOf(contents))
  if (options.check) return 0
  await refuseLater(contents)
  await refuseOccupied(place.url, options.replace)
  await putInPlace(place, path, contents)
  const kept = secrets && (await keepSecrets(place.data, secrets, place.now))
  if (kept) place.say(`The secrets that were here are kept as ${kept}.`)
  return 0
}

function readWords(words: string[]): { file: string; check: boolean; replace: boolean } | null {
  try {
    const flag = { type: 'boolean', default: false } as const
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { check: flag, replace: flag },
    })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0 ? null : { file, ...values }
  } catch {
    return null
  }
}

function sentenceOf({ manifest, checksums }: Contents): string {
  const rows = Object.values(checksums.rows).reduce((sum, count) => sum + count, 0)
  return (
    `A whole backup of ${manifest.madeAt}, made by Hallway ${manifest.hallway}: ${rows} rows of ` +
    `${manifest.tables.length} tables, ${checksums.photos} photos, ${manifest.secrets ? 'with' : 'without'} secrets.`
  )
}

async function refuseLater({ manifest }: Contents): Promise<void> {
  const known = await readdir(join(root, 'prisma/migrations'))
  const unknown = manifest.migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new InstallationRefusal(
      `it was made by a later Hallway, ${manifest.hallway}, whose tables this one does not know ` +
        `(${unknown.at(-1)}). Update Hallway first.`,
    )
}

async function refuseOccupied(url: string, replace: boolean): Promise<void> {
  const { users, conferences, people } = await occupantsOf(url)
  if (users > 0) throw new InstallationRefusal(`Hallway, or somebody else, is at work in the database. Stop it first.`)
  if (conferences + people > 0 && !replace)
    throw new InstallationRefusal(
      `there is something here already (conferences: ${conferences}, people who signed in: ${people}). With ` +
        '--replace the backup takes its place, and its database is kept under another name.',
    )
}

/** Beside the old database until all of it is there: whatever fails, what was there is there still. */
async function putInPlace(place: CommandPlace, path: string, { manifest }: Contents): Promise<void> {
  const beside = await makeBeside(place.url)
  const note = (text: string) => place.complain(`Tables: ${text}`)
  try {
    await migrate(beside, note, manifest.migrations)
    await restoreRows({ url: beside, path })
    await migrate(beside, note)
  } catch (error) {
    await dropDatabase(beside)
    throw error
  }
  const kept = await takePlace(place.url, beside, place.now)
  place.say("It is in this installation's place.")
  if (kept) place.say(`What was here is kept as the database ${kept}; drop it once nobody misses it.`)
}
