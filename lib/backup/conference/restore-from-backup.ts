import pg from 'pg'
import { hasBlob, putBlobStream } from '@/lib/platform/blobs/blobs'
import { blobPart, NO_SUM } from '../manifest'
import { readArchive, type Contents } from '../read-archive'
import { InstallationRefusal } from '../refusal'
import { putConference, type PutConference, type PutOptions } from './put-conference'

export type RestoreFromBackupOptions = Pick<PutOptions, 'as' | 'blockedSince' | 'now'> & {
  /** The database that holds all rows of the backup, with the tables of this version. */
  from: string
  /** The installation's. */
  to: string
  /** The backup, for its pictures. */
  path: string
  /** What a reading of it said; without, it is read once more for the checksums of its pictures. */
  contents?: Contents
  /** Its address in the backup. */
  slug: string
  /** Does all of it, and takes it back: what would come of it. */
  isTrial: boolean
}

export type RestoredConference = PutConference & {
  name: string
  /** Pictures that its rows name and the backup has not. */
  missing: number
}

/**
 * Restores one conference out of a backup, in one transaction, while the installation runs: all of it, or nothing. The
 * operator's log says so.
 * @throws {InstallationRefusal} when the backup has no such conference, it is here, or its address is taken
 */
export async function restoreFromBackup(options: RestoreFromBackupOptions): Promise<RestoredConference> {
  const [from, to] = [await begin(options.from), await begin(options.to)]
  try {
    const conference = await find(from, options.slug)
    const put = await putConference({ ...options, from, to, conference })
    await writeDown(to, put.id, options.now)
    const missing = options.isTrial ? 0 : await putPictures(options, put.pictures)
    await to.query(options.isTrial ? 'ROLLBACK' : 'COMMIT')
    return { ...put, name: conference.name, missing }
  } finally {
    await Promise.all([from.end(), to.end()])
  }
}

async function begin(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'hallway-restore' })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('BEGIN')
  return client
}

async function writeDown(to: pg.Client, conferenceId: string, at: Date): Promise<void> {
  await to.query(
    `INSERT INTO "OperatorAct" (id, kind, at, "byCommand", "conferenceId")
     VALUES (gen_random_uuid(), 'restored', $1, true, $2)`,
    [at.toISOString(), conferenceId],
  )
}

async function find(from: pg.Client, slug: string): Promise<{ id: string; slug: string; name: string }> {
  const { rows } = await from.query<{ id: string; slug: string; name: string }>(
    'SELECT id, slug, name FROM "Conference" WHERE slug = $1 AND "purgedAt" IS NULL',
    [slug],
  )
  const [conference] = rows
  if (!conference) throw noSuchConference(slug)
  return conference
}

/** Why nothing comes of an address that none of the backup's conferences has. */
export function noSuchConference(slug: string): InstallationRefusal {
  return new InstallationRefusal(`the backup holds no conference ${slug}. --check says which it holds.`)
}

/** Before the rows are there for others: who sees a photo's row finds its bytes. @returns how many are missing */
async function putPictures(
  { path, contents }: Pick<RestoreFromBackupOptions, 'path' | 'contents'>,
  pictures: ReadonlyMap<string, string>,
): Promise<number> {
  const left = new Map(pictures)
  if (left.size === 0) return 0
  const sums = (contents ?? (await readArchive(path))).checksums.parts
  await readArchive(path, async (part, { stream }) => {
    const key = part.kind === 'blob' ? left.get(part.key) : undefined
    if (part.kind !== 'blob' || key === undefined) return
    if (!(await hasBlob(key))) await putBlobStream(key, stream, sums[blobPart(part.key)] ?? NO_SUM)
    left.delete(part.key)
  })
  return left.size
}
