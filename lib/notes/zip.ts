import { strToU8, Unzip, UnzipInflate, unzipSync, zipSync, type UnzipFile, type Zippable } from 'fflate'

/** The most that a zip may hold when it is unfolded: what a phone's memory bears. */
export const MOST_INFLATED_BYTES = 300_000_000
const MOST_ENTRIES = 20_000
const MOST_GROWTH = 100
const ALWAYS_BYTES = 1_000_000
// Nothing becomes more than a thousand times as much: so much at once, before it is counted.
const PIECE_BYTES = 4_096

export type ZipEntry = { path: string; content: string | Uint8Array; changedAt: string }
/**
 * notAZip: no zip, or cut off. tooLarge: it would unfold to more than 300 MB, to far more than it is, or into too many
 * files. unsafe: it names files outside of itself.
 */
export type ZipRefusal = 'notAZip' | 'tooLarge' | 'unsafe'

/** Packs files. Pictures are packed already: only text is made smaller. */
export function zipFiles(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files: Zippable = {}
  for (const { path, content, changedAt } of entries)
    files[path] = [
      typeof content === 'string' ? strToU8(content) : content,
      { mtime: dosTime(changedAt), level: typeof content === 'string' ? 6 : 0 },
    ]
  return new Uint8Array(zipSync(files))
}

export type Unzipped = {
  paths: readonly string[]
  /**
   * The bytes of files, unfolded in one go; null for one that is not there, is broken, becomes larger than it says, or
   * than all may.
   */
  read(paths: readonly string[]): ReadonlyMap<string, Uint8Array<ArrayBuffer> | null>
}

type Entry = { name: string; originalSize: number }

/**
 * Opens somebody's zip without unfolding it: what it says of itself is judged first. What is unfolded is counted while
 * it is, whatever it said.
 */
export function openZip(bytes: Uint8Array): { ok: true; zip: Unzipped } | { ok: false; reason: ZipRefusal } {
  const listed = listEntries(bytes)
  if (!listed) return { ok: false, reason: 'notAZip' }
  const room = { bytes: roomOf(bytes) }
  if (listed.length > MOST_ENTRIES || listed.reduce((sum, { originalSize }) => sum + originalSize, 0) > room.bytes)
    return { ok: false, reason: 'tooLarge' }
  if (listed.some(({ name }) => isUnsafe(name))) return { ok: false, reason: 'unsafe' }
  return {
    ok: true,
    zip: { paths: listed.map(({ name }) => name), read: (paths) => unfold(bytes, listed, paths, room) },
  }
}

/**
 * Pictures do not become larger, and text is packed to a twentieth: what would become so much more than it is means
 * harm.
 */
function roomOf({ length }: Uint8Array): number {
  return Math.min(MOST_INFLATED_BYTES, ALWAYS_BYTES + length * MOST_GROWTH)
}

function listEntries(bytes: Uint8Array): Entry[] | null {
  const listed: Entry[] = []
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
  return (
    name.startsWith('/') ||
    /[\\:\0]/.test(name) ||
    name.split('/').some((part) => part === '..' || part === '__proto__')
  )
}

/** Goes over the zip once, from its beginning: no byte of it is unfolded twice, whatever its directory says. */
function unfold(
  bytes: Uint8Array,
  listed: readonly Entry[],
  paths: readonly string[],
  room: { bytes: number },
): ReadonlyMap<string, Uint8Array<ArrayBuffer> | null> {
  const found = new Map<string, Uint8Array<ArrayBuffer> | null>(paths.map((path) => [path, null]))
  const wanted = new Map(
    listed.filter(({ name }) => found.has(name)).map(({ name, originalSize }) => [name, originalSize]),
  )
  const unzip = new Unzip((file) => {
    const declared = wanted.get(file.name)
    if (declared === undefined) return
    // Of two of one name the first.
    wanted.delete(file.name)
    collect(file, Math.min(declared, room.bytes), (content) => {
      room.bytes -= content.length
      found.set(file.name, content)
    })
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES)
      unzip.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length)
  } catch {
    // Cut off, or packed in a way that we do not know: what came before stands.
  }
  return found
}

/** @param done gets a file that is whole, and none larger than `most` */
function collect(file: UnzipFile, most: number, done: (content: Uint8Array<ArrayBuffer>) => void): void {
  const content = new Uint8Array(most)
  let [size, isBroken] = [0, false]
  file.ondata = (error, piece, isLast) => {
    isBroken ||= error !== null || size + piece.length > most
    if (isBroken) return
    content.set(piece, size)
    size += piece.length
    if (isLast) done(content.subarray(0, size))
  }
  file.start()
}

// A zip's clock begins in 1980 and ends in 2099.
function dosTime(instant: string): Date {
  const at = new Date(instant)
  return at.getFullYear() >= 1980 && at.getFullYear() < 2100 ? at : new Date(1980, 0, 1)
}
