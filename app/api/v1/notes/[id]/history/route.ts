import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { listVersions } from '@/lib/notes/server/history'

/** What a note of mine, or of my group's, said before: the newest, or those before a version. */
export const GET = route({
  params: z.object({ id: z.uuid() }),
  input: z.object({ before: z.uuid().optional() }),
  run: ({ params, input, viewer, db }) => listVersions(db, viewer, params.id, input.before),
})
