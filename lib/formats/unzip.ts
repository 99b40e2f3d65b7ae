import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import type { ImportFile } from './reading/adapter'

export type ZipFailure = 'too-large' | 'zip-broken' | 'zip-many-files'

/** More than the files of any export; a schedule is one, or one a day and kind. */
const MOST_ENTRIES = 200

/** More than any zip has that is read: a workbook has several of each sheet. */
const MOST_NAMES = 2_000

/** What is inflated between two looks at the size: a thousand times this at most. */
const PIECE = 16_384

/** Does a zip begin here? */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * The names in a zip's table of contents, without inflating anything; null where it has none, and of very many the
 * first.
 */
export function namesInZip(bytes: Uint8Array): string[] | null {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        if (names.length > MOST_NAMES) throw new TooMany()
        return false
      },
    })
  } catch (error) {
    return error instanceof TooMany ? names : null
  }
  return names
}

/** A workbook or text of an office, which is one file though it is a zip: OpenDocument, or Microsoft's. */
export function isOfficeFile(names: string[]): boolean {
  return names[0] === 'mimetype' || names.includes('[Content_Types].xml')
}

/**
 * The files in a zip, each called after both ("export.zip/monday.json"). Folders, hidden files and what macOS adds are
 * left out.
 * @param mostBytes what they may hold together, inflated; what the zip says of itself is not believed
 * @param isWanted of a document that is a zip, the parts that are read
 */
export function unzip(
  { name: zip, bytes }: ImportFile,
  mostBytes: number,
  isWanted: (name: string) => boolean = isForPeople,
): ImportFile[] | ZipFailure {
  const names = namesInZip(bytes)?.filter(isWanted)
  if (names === undefined) return 'zip-broken'
  if (names.length > MOST_ENTRIES) return 'zip-many-files'
  const files: ImportFile[] = []
  let room = mostBytes
  const archive = new Unzip((entry) => {
    if (!isWanted(entry.name)) return
    const chunks: Uint8Array[] = []
    entry.ondata = (error, chunk, isLast) => {
      if (error) throw error
      room -= chunk.length
      if (room < 0) throw new TooLarge()
      chunks.push(chunk)
      if (isLast) files.push({ name: `${zip}/${entry.name}`, bytes: Buffer.concat(chunks) })
    }
    entry.start()
  })
  archive.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      archive.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  } catch (error) {
    return error instanceof TooLarge ? 'too-large' : 'zip-broken'
  }
  return files.length === names.length ? files : 'zip-broken'
}

function isForPeople(name: string): boolean {
  return !name.endsWith('/') && !/(^|\/)(\.|__MACOSX\/)/.test(name)
}

class TooMany extends Error {}
class TooLarge extends Error {}
