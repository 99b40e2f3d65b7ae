import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { listPublishedWith } from '@/lib/recaps/server/queries'

/** What I published that shows a photo of mine, or photos of a note. */
export const GET = route({
  input: z.object({ note: z.uuid().optional(), photo: z.uuid().optional() }),
  run: async ({ input, viewer, db, now }) => ({ recaps: await listPublishedWith(db, viewer, input, now) }),
})
