import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { listVersions } from '@/lib/notes/history'

/** What a note of mine, or of my group's, said before. */
export const GET = route({ params: z.object({ id: z.uuid() }), run: async ({ params, viewer, db }) => ({ versions: await listVersions(db, viewer, params.id) }) })
