import { openAsBlob } from 'node:fs'
import { AwsClient } from 'aws4fetch'
import { codeOf, readListing } from '@/lib/platform/blobs/s3-answers'
import type { S3Settings } from '@/lib/platform/blobs/s3-settings'

/** What a large file takes on a slow line. */
const PUT_DEADLINE_MS = 4 * 60 * 60_000
const DEADLINE_MS = 30_000
const FOLDER = 'backups/'

/** Where backups are kept in a bucket: under `backups/` of its prefix, as private objects. */
export type BackupBucket = {
  /** @param sha256 of the file, which the server compares with what arrives */
  put: (path: string, name: string, sha256: string) => Promise<void>
  /** The names of what is there. */
  list: () => Promise<string[]>
  remove: (name: string) => Promise<void>
}

/** The bucket of an S3 server, for backups. Each throws an Error that names the server's answer when it is not done. */
export function backupBucket({ endpoint, bucket, prefix, ...keys }: S3Settings): BackupBucket {
  const client = new AwsClient({ ...keys, service: 's3', retries: 2 })
  const under = `${prefix && `${prefix}/`}${FOLDER}`
  const address = (name: string) => `${endpoint}/${bucket}/${under}${name}`

  async function ask(url: string, init: RequestInit, deadlineMs = DEADLINE_MS): Promise<string> {
    const answer = await client.fetch(url, { ...init, signal: AbortSignal.timeout(deadlineMs) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`The bucket ${bucket} answered ${answer.status} ${codeOf(text)}`)
    return text
  }

  return {
    async put(path, name, sha256) {
      const headers = { 'x-amz-content-sha256': sha256, 'x-amz-meta-sha256': sha256 }
      // Read from the disk as it is sent.
      await ask(address(name), { method: 'PUT', body: await openAsBlob(path), headers }, PUT_DEADLINE_MS)
    },
    async list() {
      const names: string[] = []
      let from: string | null = null
      do {
        const query = new URLSearchParams({
          'list-type': '2',
          prefix: under,
          'max-keys': '1000',
          ...(from !== null && { 'continuation-token': from }),
        })
        const { objects, next } = readListing(await ask(`${endpoint}/${bucket}?${query.toString()}`, {}))
        names.push(...objects.map(({ name }) => name.slice(under.length)))
        from = next
      } while (from !== null)
      return names
    },
    async remove(name) {
      await ask(address(name), { method: 'DELETE' })
    },
  }
}
