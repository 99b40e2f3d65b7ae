import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { requirePlanner } from '@/lib/planning/server/group-access'
import { listGroups } from '@/lib/planning/server/groups'

/** My groups in a conference, and what their members picked. */
export const GET = route({
  input: z.object({ conference: z.uuid() }),
  run: async ({ input, viewer, db }) =>
    listGroups(db, (await requirePlanner(db, viewer, input.conference)).id, input.conference),
})
