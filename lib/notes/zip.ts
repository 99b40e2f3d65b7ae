import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/** The most that a zip may hold when it is unfolded: what a phone's memory bears. */
export const MOST_INFLATED_BYTES = 300_000_000
const MOST_ENTRIES = 20_000

export type ZipEntry = { path: string; content: string | Uint8Array; changedAt: string }
/** notAZip: no zip, or cut off. tooLarge: it would unfold to more than 300 MB, or into too many files. unsafe: it names files outside of itself. */
export type ZipRefusal = 'notAZip' | 'tooLarge' | 'unsafe'

/** Packs files. Pictures are packed already: only text is made smaller. */
export function zipFiles(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files: Zippable = {}
  for (const { path, content, changedAt } of entries) files[path] = [typeof content === 'string' ? strToU8(content) : content, { mtime: dosTime(changedAt), level: typeof content === 'string' ? 6 : 0 }]
  return new Uint8Array(zipSync(files))
}

export type Unzipped = {
  paths: readonly string[]
  /** The bytes of a file; null when it is not there, or broken. */
  read(path: string): Uint8Array<ArrayBuffer> | null
}

/** Opens somebody's zip without unfolding it: what it says of itself is judged first, and no file may become larger than it says. */
export function openZip(bytes: Uint8Array): { ok: true; zip: Unzipped } | { ok: false; reason: ZipRefusal } {
  const listed = listEntries(bytes)
  if (!listed) return { ok: false, reason: 'notAZip' }
  if (listed.length > MOST_ENTRIES || listed.reduce((sum, { originalSize }) => sum + originalSize, 0) > MOST_INFLATED_BYTES) return { ok: false, reason: 'tooLarge' }
  if (listed.some(({ name }) => isUnsafe(name))) return { ok: false, reason: 'unsafe' }
  return { ok: true, zip: { paths: listed.map(({ name }) => name), read: (path) => readEntry(bytes, path) } }
}

function listEntries(bytes: Uint8Array): { name: string; originalSize: number }[] | null {
  const listed: { name: string; originalSize: number }[] = []
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        if (listed.length <= MOST_ENTRIES) listed.push(entry)
        return false
      },
    })
    return listed
  } catch {
    // fflate throws what it throws at bytes that are no zip.
    return null
  }
}

function isUnsafe(name: string): boolean {
  return name.startsWith('/') || /[\\:\0]/.test(name) || name.split('/').some((part) => part === '..' || part === '__proto__')
}

function readEntry(bytes: Uint8Array, path: string): Uint8Array<ArrayBuffer> | null {
  try {
    // One at a time: a broken one takes none of the others with it.
    const content = unzipSync(bytes, { filter: ({ name }) => name === path })[path]
    return content ? new Uint8Array(content) : null
  } catch {
    return null
  }
}

// A zip's clock begins in 1980 and ends in 2099.
function dosTime(instant: string): Date {
  const at = new Date(instant)
  return at.getFullYear() >= 1980 && at.getFullYear() < 2100 ? at : new Date(1980, 0, 1)
}
