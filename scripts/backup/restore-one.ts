import type { HeldConference } from '@/lib/backup/conference/held'
import { restoreFromBackup, type RestoredConference } from '@/lib/backup/conference/restore-from-backup'
import { dropDatabase, makeBeside } from '@/lib/backup/place'
import type { Contents } from '@/lib/backup/read-archive'
import { InstallationRefusal } from '@/lib/backup/refusal'
import { restoreRows } from '@/lib/backup/restore-rows'
import { blockedSince } from '@/lib/people/server/blocked-addresses'
import { connect } from '@/lib/platform/db'
import { slugify } from '@/lib/platform/slug'
import { migrate } from '../database/database.mjs'
import type { CommandPlace } from './backup-command'

export type One = { slug: string; as?: string | undefined; check: boolean }

/**
 * One conference out of a backup into the installation, which may run: by way of a database beside, where the backup's
 * rows are brought up to date.
 * @throws {InstallationRefusal} when it cannot be done
 */
export async function restoreOne(
  place: CommandPlace,
  path: string,
  { manifest }: Contents,
  { slug, as, check }: One,
): Promise<void> {
  if (as !== undefined && slugify(as, '') !== as)
    throw new InstallationRefusal(
      `${as} is no address of a conference: write small letters, digits and single dashes, 60 at most.`,
    )
  const note = (text: string) => place.complain(`Tables: ${text}`)
  await migrate(place.url, note)
  const from = await makeBeside(place.url)
  const db = connect(place.url, 1)
  try {
    await migrate(from, note, manifest.migrations)
    await restoreRows({ url: from, path, pictures: false })
    await migrate(from, note)
    const options = { from, to: place.url, path, slug, as, isTrial: check, now: place.now }
    const restored = await restoreFromBackup({ ...options, blockedSince: (email) => blockedSince(db, email) })
    for (const line of linesOf(restored, check)) place.say(line)
  } finally {
    await db.$disconnect()
    await dropDatabase(from)
  }
}

/** What it holds, a line a conference. */
export function listOf(held: readonly HeldConference[]): string[] {
  return held.map(
    ({ slug, name, sessions, picks, notes }) =>
      `/c/${slug}  ${name}: ${sessions} sessions, ${picks} picks, ${notes} notes`,
  )
}

function linesOf({ way, address, name, rows, pictures, missing, accounts }: RestoredConference, isTrial: boolean) {
  const counts = `${rows.Session} sessions, ${rows.Room} rooms, ${rows.Speaker} speakers`
  const people = `${rows.Pick} picks, ${rows.Note} notes, ${rows.Recap} recaps`
  const would = isTrial ? 'would be' : 'is'
  return [
    way === 'copy'
      ? `${name} ${would} at /c/${address}, private, a copy of the one that is here: ${counts}. ` +
        'What people wrote and picked stays with that one.'
      : `${name} ${would} at /c/${address}: ${counts}; ${people}; ${pictures.size} pictures.`,
    `Accounts: ${accounts.known} were here, ${accounts.made} ${isTrial ? 'would be' : 'were'} made.`,
    ...(missing > 0 ? [`${missing} pictures are not in the backup.`] : []),
    ...(isTrial ? ['Nothing was changed.'] : []),
  ]
}
