import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { heldConferences } from '@/lib/backup/conference/held'
import { noSuchConference } from '@/lib/backup/conference/restore-from-backup'
import { dropDatabase, makeBeside, occupantsOf, takePlace } from '@/lib/backup/place'
import { readArchive, type Contents } from '@/lib/backup/read-archive'
import { InstallationRefusal } from '@/lib/backup/refusal'
import { restoreRows } from '@/lib/backup/restore-rows'
import { migrate } from '../database/database.mjs'
import { root } from '../programs.mjs'
import { misunderstood, parseWords } from '../words/parse-words'
import { quantity } from '../words/quantity'
import { conferenceSlugIn } from '../words/conference-slug-in'
import type { CommandPlace } from './backup-command'
import { keepSecrets } from './keep-secrets'
import { restoreOptions } from './restore-options.mjs'
import { listOf, restoreOne } from './restore-one'

export const restoreUsage = `npm run -s restore -- FILE [--check] [--replace]
npm run -s restore -- FILE --conference NAME [--as NAME] [--check]

The first puts a backup in this installation's place, with Hallway stopped: its rows, its photos, and its secrets if it
has them. FILE is read to its end first; nothing is touched unless it is whole. What an earlier version made is brought
up to date.

--check    read it, say what is in it and which conferences, and do nothing
--replace  also where this installation holds something already. Its database is kept under another name, which is said

The second puts one conference of it into this installation, which may run and holds others: all of it or nothing. NAME
is what follows /c/ in its address, or the address. People are known by their e-mail address; nothing of what is here
is overwritten.

--as     under another address: where its own is taken, or, where the conference is here still, its programme as a
         private copy beside it
--check  try it, say what would come of it, and change nothing`

/** `npm run restore`. @returns its exit code @throws {InstallationRefusal} when it cannot be done */
export async function runRestore(words: string[], place: CommandPlace): Promise<number> {
  const options = readWords(words)
  if ('wrong' in options) {
    place.complain(misunderstood(options.wrong, restoreUsage))
    return 1
  }
  const path = resolve(place.folder, options.file)
  const held = heldConferences()
  let secrets: string | null = null
  const contents = await readArchive(path, async (part, content, manifest) => {
    await held.take(part, content, manifest)
    if (part.kind === 'secrets') secrets = (await content.bytes()).toString()
  })
  place.say(sentenceOf(contents))
  if (options.check && !options.one) {
    for (const line of listOf(held.list())) place.say(line)
    return 0
  }
  await refuseLater(contents)
  if (options.one) {
    const { slug } = options.one
    const wanted = held.list().find((one) => one.slug === slug)
    if (!wanted) throw noSuchConference(slug)
    await restoreOne(place, { path, contents, held: wanted }, { ...options.one, check: options.check })
    return 0
  }
  await refuseOccupied(place.url, options.replace)
  await putInPlace(place, path, contents)
  const kept = secrets && (await keepSecrets(place.data, secrets, place.now))
  if (kept) place.say(`The secrets that were here are kept as ${kept}.`)
  return 0
}

type Words = { file: string; check: boolean; replace: boolean; one: { slug: string; as?: string | undefined } | null }

function readWords(words: string[]): Words | { wrong: string[] } {
  const said = parseWords(words, restoreOptions)
  if ('wrong' in said) return said
  const { conference: slug, as, check, replace } = said.values
  const [file, more] = said.positionals
  const wrong = [
    file === undefined ? 'Name the file of a backup.' : null,
    more === undefined ? null : `One file is restored: ${more} is one too many.`,
    as !== undefined && slug === undefined ? '--as goes with --conference.' : null,
    replace && slug !== undefined ? '--replace is of a whole backup: it does not go with --conference.' : null,
  ].filter((sentence) => sentence !== null)
  if (file === undefined || wrong.length > 0) return { wrong }
  if (slug === undefined) return { file, check, replace, one: null }
  return { file, check, replace, one: { slug: conferenceSlugIn(slug), as: as && conferenceSlugIn(as) } }
}

function sentenceOf({ manifest, checksums }: Contents): string {
  const rows = Object.values(checksums.rows).reduce((sum, count) => sum + count, 0)
  return (
    `A whole backup of ${manifest.madeAt}, made by Hallway ${manifest.hallway}: ${quantity(rows, 'row')} of ` +
    `${quantity(manifest.tables.length, 'table')}, ${quantity(checksums.photos, 'photo')}, ` +
    `${manifest.secrets ? 'with' : 'without'} secrets.`
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
async function putInPlace(place: CommandPlace, path: string, contents: Contents): Promise<void> {
  const { manifest } = contents
  const beside = await makeBeside(place.url)
  try {
    await migrate(beside, () => undefined, manifest.migrations)
    await restoreRows({ url: beside, path, contents })
    await migrate(beside, () => undefined)
    const kept = await takePlace(place.url, beside, place.now)
    place.say("It is in this installation's place.")
    if (kept)
      place.say(
        `What was here is kept as the database ${kept}; drop it once nobody misses it. ` +
          'docs/self-hosting.md says how, and how to go back to it.',
      )
  } catch (error) {
    await dropDatabase(beside)
    throw error
  }
}
