import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '@/lib/platform/blobs/disk'
import type { Checksums } from './manifest'
import { writeInstallation, type BackupOptions } from './write-installation'

export type WrittenBackup = { checksums: Checksums; sha256: string; bytes: number }

/**
 * Writes a backup as a file that only we can read. It has another name until it is whole and on the disk: what is cut
 * short leaves nothing that looks like a backup.
 *
 * @param path absolute; what is there already is replaced once the new one is whole
 */
export async function writeBackupFile(path: string, options: Omit<BackupOptions, 'target'>): Promise<WrittenBackup> {
  const half = `${path}.part`
  const hash = createHash('sha256')
  const target = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    const ended = pipeline(target, createWriteStream(half, { mode: 0o600, flush: true }))
    const [checksums] = await Promise.all([writeInstallation({ ...options, target }), ended])
    await rename(half, path)
    await syncFolder(dirname(path))
    return { checksums, sha256: hash.digest('hex'), bytes: (await stat(path)).size }
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** "2026-11-30T0410", in UTC: in a file's name on every system. */
export function stampOf(instant: Date): string {
  return instant.toISOString().slice(0, 16).replace(':', '')
}
