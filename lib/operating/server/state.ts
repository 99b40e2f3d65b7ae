import { z } from 'zod'
import type { Database } from '@/lib/platform/db'
import { whyUnwritable } from '@/lib/backup/folder'
import { freeBytesOf } from '@/lib/platform/faults/disk-space'
import { readLastBackup, type LastBackup } from '@/lib/backup/last-backup'
import { readEnvironment } from '@/lib/platform/env'

export type FailedJob = { name: string; times: number; lastAt: Date; message: string }

/** The folder for backups where none can be written, and the disk's own code for why. */
type Unwritable = { folder: string; reason: string }

/** How this installation is. Bytes are bytes; `free` of the data folder's disk is null where that does not say. */
export type InstallationState = {
  node: string
  uptimeS: number
  postgres: string
  databaseBytes: number
  schema: string
  people: number
  conferences: number
  /** Pictures that are stored: photos in notes, and plans of floors. */
  pictures: { photos: number; plans: number; bytes: number; bucket: string | null }
  free: number | null
  /** Null: none is made at night. `last` is null until the first is. */
  backups: { places: string[]; last: LastBackup | null; unwritable: Unwritable | null } | null
  /** Null: the jobs' own tables are not there. */ failed: FailedJob[] | null
}

const factsSchema = z.tuple([z.object({ postgres: z.string(), bytes: z.bigint(), schema: z.string().nullable() })])
const jobsSchema = z.array(
  z.object({ name: z.string(), times: z.bigint(), lastAt: z.date(), message: z.string().nullable() }),
)

/** Asks the database, the disk and this process how they are. */
export async function readState(db: Database): Promise<InstallationState> {
  const env = readEnvironment()
  const [facts, people, conferences, photos, plans, failed, free] = await Promise.all([
    readFacts(db),
    db.user.count(),
    db.conference.count({ where: { deletedAt: null } }),
    db.photo.aggregate({ where: { bytes: { gt: 0 } }, _count: true, _sum: { bytes: true } }),
    db.floor.aggregate({ _count: true, _sum: { bytes: true } }),
    readFailedJobs(db),
    freeBytesOf(env.HALLWAY_DATA),
  ])
  const bucket = env.HALLWAY_S3_BUCKET ?? null
  const places = [env.HALLWAY_BACKUP_FOLDER, env.HALLWAY_BACKUP_BUCKET].flatMap((place) => place ?? [])
  return {
    node: process.versions.node,
    uptimeS: Math.round(process.uptime()),
    ...facts,
    people,
    conferences,
    pictures: {
      photos: photos._count,
      plans: plans._count,
      bytes: (photos._sum.bytes ?? 0) + (plans._sum.bytes ?? 0),
      bucket,
    },
    free,
    backups:
      places.length > 0
        ? { places, last: await readLastBackup(db), unwritable: await readUnwritable(env.HALLWAY_BACKUP_FOLDER) }
        : null,
    failed,
  }
}

async function readFacts(db: Database) {
  const [{ postgres, bytes, schema }] = factsSchema.parse(
    await db.$queryRaw`
      SELECT current_setting('server_version') AS "postgres", pg_database_size(current_database()) AS "bytes",
        (SELECT max(migration_name) FROM _prisma_migrations
          WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS "schema"`,
  )
  return { postgres, databaseBytes: Number(bytes), schema: schema ?? '' }
}

/** What failed for good of the last days, for as long as pg-boss keeps it; by job, the last first. */
async function readFailedJobs(db: Database): Promise<FailedJob[] | null> {
  const [there] = await db.$queryRaw<{ there: boolean }[]>`SELECT to_regclass('pgboss.job') IS NOT NULL AS "there"`
  if (!there?.there) return null
  const jobs = jobsSchema.parse(
    await db.$queryRaw`
      SELECT name, count(*) AS "times", max(completed_on) AS "lastAt",
        (array_agg(output ->> 'message' ORDER BY completed_on DESC))[1] AS "message"
      FROM pgboss.job WHERE state = 'failed' AND completed_on IS NOT NULL
      GROUP BY name ORDER BY max(completed_on) DESC`,
  )
  return jobs.map(({ times, message, ...job }) => ({ ...job, times: Number(times), message: message ?? '' }))
}

async function readUnwritable(folder: string | undefined): Promise<Unwritable | null> {
  const reason = folder === undefined ? null : await whyUnwritable(folder)
  return folder !== undefined && reason !== null ? { folder, reason } : null
}
