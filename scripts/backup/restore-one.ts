import type { HeldConference } from '@/lib/backup/conference/held'
import { restoreFromBackup, type RestoredConference } from '@/lib/backup/conference/restore-from-backup'
import { handOverWords } from '@/lib/backup/conference/way-back'
import { dropDatabase, makeBeside } from '@/lib/backup/place'
import type { Contents } from '@/lib/backup/read-archive'
import { InstallationRefusal } from '@/lib/backup/refusal'
import { restoreRows } from '@/lib/backup/restore-rows'
import { blockedSince } from '@/lib/people/server/blocked-addresses'
import { connect } from '@/lib/platform/db'
import { slugify } from '@/lib/platform/slug'
import { migrate, UP_TO_DATE } from '../database/database.mjs'
import { quantity } from '../words/quantity'
import type { CommandPlace } from './backup-command'

export type One = { slug: string; as?: string | undefined; check: boolean }

/**
 * One conference out of a backup into the installation, which may run: by way of a database beside, where the backup's
 * rows are brought up to date.
 * @throws {InstallationRefusal} when it cannot be done
 */
export async function restoreOne(
  place: CommandPlace,
  { path, contents, held }: { path: string; contents: Contents; held: HeldConference },
  { slug, as, check }: One,
): Promise<void> {
  const { manifest } = contents
  if (as !== undefined && slugify(as, '') !== as)
    throw new InstallationRefusal(
      `${as} is no address of a conference: write small letters, digits and single dashes, 60 at most.`,
    )
  await migrate(place.url, (text) => {
    if (text !== UP_TO_DATE) place.complain(`Tables of this installation: ${text}`)
  })
  const from = await makeBeside(place.url)
  const db = connect(place.url, 1)
  try {
    await migrate(from, () => undefined, manifest.migrations)
    await restoreRows({ url: from, path, pictures: false })
    await migrate(from, () => undefined)
    const options = { from, to: place.url, path, contents, slug, as, isTrial: check, now: place.now }
    const restored = await restoreFromBackup({ ...options, blockedSince: (email) => blockedSince(db, email) })
    for (const line of linesOf(restored, held, check)) place.say(line)
  } finally {
    await db.$disconnect()
    await dropDatabase(from)
  }
}

/** What it holds, a line a conference. */
export function listOf(held: readonly HeldConference[]): string[] {
  return held.map((one) => `/c/${one.slug}  ${one.name}: ${sessionsOf(one)}, ${wordsOf(one)}`)
}

/** Those that people see, as they are counted everywhere: without what was cancelled. */
function sessionsOf({ sessions }: HeldConference): string {
  return quantity(sessions, 'session')
}

function wordsOf({ picks, notes }: HeldConference): string {
  return `${quantity(picks, 'pick')}, ${quantity(notes, 'note')}`
}

function linesOf(
  { way, address, name, rows, pictures, missing, accounts, owners }: RestoredConference,
  held: HeldConference,
  isTrial: boolean,
): string[] {
  const counts = `${sessionsOf(held)}, ${quantity(rows.Room ?? 0, 'room')}, ${quantity(rows.Speaker ?? 0, 'speaker')}`
  const people = `${wordsOf(held)}, ${quantity(rows.Recap ?? 0, 'recap')}`
  const would = isTrial ? 'would be' : 'is'
  return [
    way === 'copy'
      ? `${name} ${would} at /c/${address}, private, a copy of the one that is here: ${counts}. ` +
        'What people wrote and picked stays with that one.'
      : `${name} ${would} at /c/${address}: ${counts}; ${people}; ${quantity(pictures.size, 'picture')}.`,
    `Accounts: ${accounts.known} here already, ${accounts.made} ${isTrial ? 'would be made' : 'made'}.`,
    ...ownerLines(owners, address, isTrial),
    ...(missing > 0 ? [`Not in the backup: ${quantity(missing, 'picture')}.`] : []),
    ...(isTrial ? ['Nothing was changed.'] : []),
  ]
}

/** Who can do something with it, where that does not go without saying. */
function ownerLines(owners: RestoredConference['owners'], address: string, isTrial: boolean): string[] {
  const handOver = handOverWords(address)
  if (owners.length === 0) return [`Nobody owns it, as when it was backed up. ${handOver}`]
  const made = owners
    .filter(({ isNew }) => isNew)
    .map(
      ({ email }) =>
        `Its owner ${email} had no account here: one ${isTrial ? 'would be' : 'was'} made, and is theirs once they ` +
        'sign in with that address.',
    )
  const blocked = owners
    .filter(({ isBlocked }) => isBlocked)
    .map(({ email }) => `Its owner ${email} is blocked here: let them in again under This installation.`)
  return [...made, ...blocked, ...(blocked.length === owners.length ? [handOver] : [])]
}
