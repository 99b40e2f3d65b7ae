import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '@/lib/platform/blobs/disk'
import { clearHalves, HALF } from './halves'
import type { Checksums } from './manifest'
import { summing } from './summing'
import { writeInstallation, type BackupOptions } from './write-installation'

export type WrittenBackup = { checksums: Checksums; sha256: string; bytes: number }

/**
 * Writes a backup as a file that only we can read. It has another name until it is whole and on the disk: what is cut
 * short leaves nothing that looks like a backup. What a killed one left beside it hours ago goes.
 *
 * @param path absolute; what is there already is replaced once the new one is whole
 */
export async function writeBackupFile(path: string, options: Omit<BackupOptions, 'target'>): Promise<WrittenBackup> {
  const half = `${path}${HALF}`
  await clearHalves(dirname(path), options.now)
  // First of all: what the disk refuses is refused while nothing else is under way.
  const file = await open(half, 'w', 0o600)
  const { through: target, sum } = summing()
  try {
    const ended = pipeline(target, file.createWriteStream({ flush: true }))
    const [checksums] = await Promise.all([writeInstallation({ ...options, target }), ended])
    await rename(half, path)
    await syncFolder(dirname(path))
    return { checksums, sha256: sum(), bytes: (await stat(path)).size }
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** "2026-11-30T0410", in UTC: in a file's name on every system. */
export function stampOf(instant: Date): string {
  return instant.toISOString().slice(0, 16).replace(':', '')
}
