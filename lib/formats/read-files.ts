import { gunzipSync, inflateSync } from 'node:zlib'
import type { Problem } from '@/lib/platform/errors'
import type { ImportFile } from './reading/adapter'
import { MOST_BYTES } from './most-bytes'
import { isOfficeFile, isZip, namesInZip, unzip, type ZipFailure } from './unzip'

type Failure = ZipFailure | 'gzip-broken' | 'archive-in-archive'

/**
 * Opens what is compressed by its first bytes, whatever the names say: gzip, a body that was deflated, and a zip, which
 * is the files in it together; an office's file, which is a zip, too, stays whole. What is too large, found out while
 * inflating, broken, or an archive in an archive is a problem and left out.
 */
export function readFiles(files: ImportFile[]): { files: ImportFile[]; problems: Problem[] } {
  const read: ImportFile[] = []
  const problems: Problem[] = []
  const leaveOut = (path: string, code: Failure) => problems.push({ severity: 'error', path, code, detail: '' })
  let room = MOST_BYTES
  for (const file of files) {
    const opened = open(file, room)
    if (typeof opened === 'string') {
      leaveOut(file.name, opened)
      continue
    }
    for (const part of opened) {
      if (part.name !== file.name && isArchive(part.bytes)) leaveOut(part.name, 'archive-in-archive')
      else {
        room -= part.bytes.length
        read.push(part)
      }
    }
  }
  return { files: read, problems }
}

function open({ name, bytes: given }: ImportFile, mostBytes: number): ImportFile[] | Failure {
  const bytes = inflate(given, mostBytes)
  if (typeof bytes === 'string') return bytes
  if (!isZip(bytes) || isOfficeFile(namesInZip(bytes) ?? [])) return [{ name, bytes }]
  return unzip({ name, bytes }, mostBytes)
}

function inflate(bytes: Uint8Array, mostBytes: number): Uint8Array | 'too-large' | 'gzip-broken' {
  const unpack = isGzip(bytes) ? gunzipSync : isDeflated(bytes) ? inflateSync : null
  if (unpack === null) return bytes.length > mostBytes ? 'too-large' : bytes
  if (mostBytes === 0) return 'too-large'
  try {
    return unpack(bytes, { maxOutputLength: mostBytes })
  } catch (error) {
    if (error instanceof RangeError) return 'too-large'
    // A text may begin with the two letters that mark a deflated body.
    return unpack === gunzipSync ? 'gzip-broken' : bytes
  }
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b
}

/** The head of a deflated body (RFC 1950). */
function isDeflated([first, second = 0]: Uint8Array): boolean {
  return first === 0x78 && (first * 256 + second) % 31 === 0
}

function isArchive(bytes: Uint8Array): boolean {
  return isGzip(bytes) || (isZip(bytes) && !isOfficeFile(namesInZip(bytes) ?? []))
}
