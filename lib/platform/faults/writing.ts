import type { PrismaClient } from '@/generated/prisma/client'

/**
 * Can the database be written to? It is asked only while there is reason to doubt it: a test that writes each few
 * seconds would keep a disk from sleeping.
 */

/** No room on the disk or in the quota, a disk that only reads or fails, a standby. */
const DOUBTS = /^(database-(53100|58030|25006)|disk-(ENOSPC|EDQUOT|EROFS|EIO))$/

// Next evaluates a module once per bundle: the doubt is the process's.
const shared = globalThis as typeof globalThis & { hallwayDoubtsWriting?: boolean }

/** Takes note of a fault that kept something from being done (passing-fault.ts). */
export function noteFault(fault: string): void {
  if (DOUBTS.test(fault)) shared.hallwayDoubtsWriting = true
}

/**
 * Could a person's change be written now? After a fault that says otherwise until a test of a megabyte goes well, which
 * leaves nothing behind.
 */
export async function canWrite(db: PrismaClient): Promise<boolean> {
  if (!shared.hallwayDoubtsWriting) return true
  const isWritten = await db
    .$transaction(async (tx) => {
      // Of its own file: what only had to find room within those that are there says nothing.
      await tx.$executeRaw`
        CREATE TEMPORARY TABLE "writing" ON COMMIT DROP AS
        SELECT md5(each::text) AS "text" FROM generate_series(1, 16000) AS each`
    })
    .then(
      () => true,
      () => false,
    )
  if (isWritten) shared.hallwayDoubtsWriting = false
  return isWritten
}
