import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import { codeOf, readListing } from '@/lib/platform/blobs/s3-answers'
import type { S3Settings } from '@/lib/platform/blobs/s3-settings'
import {
  endUploads,
  hashOf,
  MOST_PARTS,
  PART_BYTES,
  uploadStream,
  type AskS3,
  type S3Write,
} from '@/lib/platform/blobs/s3-upload'

/** What a part takes on a slow line. */
const PART_DEADLINE_MS = 15 * 60_000
const DEADLINE_MS = 30_000
const FOLDER = 'backups/'

/** Where backups are kept in a bucket: under `backups/` of its prefix, as private objects. */
export type BackupBucket = {
  /** @param sha256 of the file, which is compared with what was sent, and kept with it */
  put: (path: string, name: string, sha256: string) => Promise<void>
  /** The names of what is there. */
  list: () => Promise<string[]>
  remove: (name: string) => Promise<void>
  /** Gives up what was begun before that instant and never ended: whoever put it was killed. */
  clearHalves: (begunBefore: Date) => Promise<void>
}

/** The bucket of an S3 server, for backups. Each throws an Error that names the server's answer when it is not done. */
export function backupBucket({ endpoint, bucket, prefix, ...keys }: S3Settings): BackupBucket {
  const client = new AwsClient({ ...keys, service: 's3', retries: 2 })
  const under = `${prefix && `${prefix}/`}${FOLDER}`

  const ask: AskS3 = async ({ method, name, query = {}, bytes, headers = {} }: S3Write) => {
    const search = new URLSearchParams(query).toString()
    const answer = await client.fetch(`${endpoint}/${bucket}${name && `/${name}`}${search && `?${search}`}`, {
      method,
      ...(bytes && { body: bytes }),
      headers: { ...headers, ...(method !== 'GET' && { 'x-amz-content-sha256': hashOf(bytes ?? new Uint8Array()) }) },
      signal: AbortSignal.timeout(bytes ? PART_DEADLINE_MS : DEADLINE_MS),
    })
    const body = await answer.text()
    if (!answer.ok) throw new Error(`The bucket ${bucket} answered ${answer.status} ${codeOf(body)}`)
    return { body, etag: answer.headers.get('etag') }
  }

  return {
    async put(path, name, sha256) {
      const partBytes = Math.max(PART_BYTES, Math.ceil((await stat(path)).size / MOST_PARTS))
      await uploadStream(ask, `${under}${name}`, createReadStream(path), { sha256, partBytes })
    },
    async list() {
      const names: string[] = []
      let from: string | null = null
      do {
        const query = {
          'list-type': '2',
          prefix: under,
          'max-keys': '1000',
          ...(from !== null && { 'continuation-token': from }),
        }
        const { objects, next } = readListing((await ask({ method: 'GET', name: '', query })).body)
        names.push(...objects.map(({ name }) => name.slice(under.length)))
        from = next
      } while (from !== null)
      return names
    },
    async remove(name) {
      await ask({ method: 'DELETE', name: `${under}${name}` })
    },
    async clearHalves(begunBefore) {
      await endUploads(ask, under, begunBefore)
    },
  }
}
