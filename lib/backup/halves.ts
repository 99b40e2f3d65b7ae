import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUR_MS } from '@/lib/platform/time'

/** What a backup is called until it is whole. */
export const HALF = '.part'
const OURS = /^hallway-\d{4}-\d{2}-\d{2}T\d{4}\.tar\.gz\.part$/
/** Whoever writes a backup writes something every few seconds. */
const GIVEN_UP_MS = 6 * HOUR_MS

/** What was not written to since is nobody's any more. */
export function givenUpBefore(now: Date): Date {
  return new Date(now.getTime() - GIVEN_UP_MS)
}

/**
 * Removes halves of backups that nobody has written to for six hours: whoever did was killed. Only of names that we
 * give; a file that somebody named is replaced by their next one of that name.
 */
export async function clearHalves(folder: string, now: Date): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => OURS.test(one))) {
    const path = join(folder, name)
    const changedAt = await stat(path).then(
      ({ mtime }) => mtime,
      () => null,
    )
    if (changedAt && changedAt < givenUpBefore(now)) await rm(path, { force: true })
  }
}
