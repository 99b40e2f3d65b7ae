import { statfs } from 'node:fs/promises'

/** Some hundred photos, a night's backup of a small installation: time enough to do something about it. */
const LOW_BYTES = 1_000_000_000
/** Two of the pieces in which Postgres writes its log. */
const FULL_BYTES = 2 * 16 * 1024 * 1024

export type DiskSpace = 'ok' | 'low' | 'full'

/** How many bytes are free on the disk of a folder; null: it does not say. */
export async function freeBytesOf(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => null)
  return disk && disk.bavail * disk.bsize
}

/** What so many free bytes mean for whoever runs this. @param free null: unknown, which is no reason to worry */
export function diskSpaceOf(free: number | null): DiskSpace {
  if (free === null || free >= LOW_BYTES) return 'ok'
  return free >= FULL_BYTES ? 'low' : 'full'
}
