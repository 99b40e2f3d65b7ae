import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { S3Settings } from '@/lib/platform/blobs/s3-settings'
import { stampOf, writeBackupFile } from './backup-file'
import { backupBucket } from './bucket'
import { makeBackupFolder } from './folder'
import { givenUpBefore } from './halves'
import { outdatedBackups } from './rotation'
import type { BackupOptions } from './write-installation'

export type NightlyBackup = { name: string; bytes: number; sha256: string; removed: string[] }

type Options = Pick<BackupOptions, 'url' | 'secrets' | 'hallway' | 'now'> & {
  /** Where it is kept, which is there; null: not on this machine. */ folder: string | null
  /** Where it is kept as well, or instead. */ bucket: S3Settings | null
  /** Where it may lie until it is in the bucket. */ data: string
}

/**
 * Writes a backup into a folder, a bucket, or both, and then removes there what rotation no longer keeps. Nothing is
 * removed unless the new one is whole where it belongs.
 * @throws what the disk, Postgres and the S3 server throw; a half of a file is not left
 */
export async function backUpNightly({ folder, bucket, data, ...options }: Options): Promise<NightlyBackup> {
  const name = `hallway-${stampOf(options.now)}.tar.gz`
  const place = folder ?? join(data, 'backup-under-way')
  if (!folder) await makeBackupFolder(place)
  const path = join(place, name)
  const { bytes, sha256 } = await writeBackupFile(path, options)
  const removed: string[] = []
  if (bucket) {
    const shelf = backupBucket(bucket)
    try {
      // A key need not be allowed to.
      await shelf.clearHalves(givenUpBefore(options.now)).catch(() => undefined)
      await shelf.put(path, name, sha256)
    } finally {
      if (!folder) await rm(place, { recursive: true, force: true })
    }
    for (const old of outdatedBackups(await shelf.list())) {
      await shelf.remove(old)
      removed.push(old)
    }
  }
  if (folder)
    for (const old of outdatedBackups(await readdir(folder))) {
      await rm(join(folder, old))
      removed.push(old)
    }
  return { name, bytes, sha256, removed }
}
