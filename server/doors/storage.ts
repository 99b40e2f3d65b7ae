import type { PrismaClient } from '@/generated/prisma/client'
import { diskSpaceOf, freeBytesOf, type DiskSpace } from '@/lib/platform/faults/disk-space'
import { canWrite } from '@/lib/platform/faults/writing'
import { inTime } from './in-time'
import { askedAgainAfter } from './asked-again'

/** Where what people write goes: can it, and how much room is on the disk of the data folder. */
export type Storage = { canWrite: boolean; disk: DiskSpace }

// Whoever knocks often must not make us write as often.
const ASKED_MS = 2_000

/** Asks how storage is, at most every two seconds. @param folder the data folder */
export function watchStorage(db: PrismaClient, folder: string): () => Promise<Storage> {
  return askedAgainAfter(ASKED_MS, async () => {
    const [isWell, free] = await Promise.all([inTime(canWrite(db), false), freeBytesOf(folder)])
    const disk = diskSpaceOf(free)
    return { canWrite: isWell && disk !== 'full', disk }
  })
}
