import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'

type Said = Pick<Prisma.ReadingUncheckedCreateInput, 'conferenceId' | 'roomId' | 'level' | 'readAt'>
type From = { stewardLinkId: string } | { deviceId: string }

/** What a steward's link or a device said of how full a room is. */
export async function makeLevel(db: Database, said: Said, from: From): Promise<void> {
  await db.reading.create({ data: { id: crypto.randomUUID(), kind: 'level', ...said, ...from } })
}
