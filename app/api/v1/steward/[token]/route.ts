import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { loadDoor } from '@/lib/rooms/door'
import { recordStewardReport } from '@/lib/rooms/mutations'
import { stewardReportSchema } from '@/lib/rooms/reports'
import { findStewardLink } from '@/lib/rooms/steward-links'

const params = z.object({ token: z.string() })

/** How the room stands. */
export const GET = route({ params, run: async ({ params: { token }, db, now }) => loadDoor(db, await requireDoor(db, token), now) })

/** Takes what was tapped, and says how the room stands then. */
export const POST = route({
  params,
  input: stewardReportSchema,
  run: async ({ params: { token }, input, db, now }) => {
    const door = await requireDoor(db, token)
    await recordStewardReport(db, door, input, now)
    return loadDoor(db, door, now)
  },
})

async function requireDoor(db: PrismaClient, token: string) {
  const link = await findStewardLink(db, token)
  if (!link) throw new AppError('NOT_FOUND', 'steward link')
  return { stewardLinkId: link.id, conferenceId: link.conference.id, roomId: link.room.id }
}
