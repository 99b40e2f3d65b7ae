import { gunzipSync } from 'node:zlib'
import type { Problem } from '@/lib/platform/errors'
import type { ImportFile } from './reading/adapter'

/** The most that the files of one import may hold together, inflated. */
export const MOST_BYTES = 20_000_000

/**
 * Inflates the files that are gzip by their first bytes, whatever their names say. A file that is too large, found out
 * while inflating, or whose gzip is broken is a problem and left out.
 */
export function readFiles(files: ImportFile[]): { files: ImportFile[]; problems: Problem[] } {
  const read: ImportFile[] = []
  const problems: Problem[] = []
  let room = MOST_BYTES
  for (const file of files) {
    const bytes = inflate(file.bytes, room)
    if (typeof bytes === 'string') {
      problems.push({ severity: 'error', path: file.name, code: bytes, detail: '' })
      continue
    }
    room -= bytes.length
    read.push({ name: file.name, bytes })
  }
  return { files: read, problems }
}

function inflate(bytes: Uint8Array, mostBytes: number): Uint8Array | 'too-large' | 'gzip-broken' {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.length > mostBytes ? 'too-large' : bytes
  try {
    return mostBytes > 0 ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : 'too-large'
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'gzip-broken'
  }
}
