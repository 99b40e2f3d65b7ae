import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { whyUnwritable } from '@/lib/backup/folder'
import { rememberLastBackup } from '@/lib/backup/last-backup'
import { backUpNightly } from '@/lib/backup/nightly'
import { SOFTWARE } from '@/lib/feeds/exports/software'
import { readS3Settings } from '@/lib/platform/blobs/s3-settings'
import { directUrl, type Environment } from '@/lib/platform/env'

type Options = { db: PrismaClient; env: Environment; instanceId: string; now: () => Date }

/** Says at the start, rather than after the first night, that no backup can be written into the folder. */
export async function warnOfBackupFolder({ HALLWAY_BACKUP_FOLDER: folder }: Environment, log: Logger): Promise<void> {
  const reason = folder === undefined ? null : await whyUnwritable(folder)
  if (reason === null) return
  const why = reason === 'ENOENT' ? 'is not there; make it, or mount its disk' : 'refuses'
  log.warn({ folder, reason }, `No backup can be written at night: HALLWAY_BACKUP_FOLDER ${why}`)
}

/** The nightly backup as the environment wants it; nothing where it names no place for one. */
export function nightlyBackup({ db, env, instanceId, now }: Options): (() => Promise<unknown>) | undefined {
  const { HALLWAY_BACKUP_FOLDER: folder, HALLWAY_BACKUP_BUCKET: bucketName, HALLWAY_DATA: data } = env
  if (!folder && !bucketName) return undefined
  const s3 = bucketName ? readS3Settings(process.env) : null
  const secrets = env.HALLWAY_BACKUP_SECRETS
    ? JSON.stringify({ instanceId, nextAuthSecret: env.NEXTAUTH_SECRET }, null, 2)
    : null
  return async () => {
    const at = now()
    const made = await backUpNightly({
      url: directUrl(env),
      hallway: SOFTWARE.version,
      now: at,
      secrets,
      data,
      folder: folder ?? null,
      bucket: s3 && { ...s3, bucket: bucketName ?? s3.bucket },
    })
    const { name, bytes, sha256 } = made
    await rememberLastBackup(db, { at: at.toISOString(), name, bytes, sha256 })
    return made
  }
}
