import { route } from '@/lib/boundary/route'
import { listManaged } from '@/lib/people/server/members'

/** Who is here and which conferences they may manage, for the browser: pages themselves do not say. */
export const GET = route({
  run: async ({ viewer, db }) => ({
    viewer: viewer.kind === 'user' ? { id: viewer.id, name: viewer.name, email: viewer.email } : null,
    manages: viewer.kind === 'user' ? await listManaged(db, viewer.id) : [],
  }),
})
