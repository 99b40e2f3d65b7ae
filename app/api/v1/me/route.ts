import { route } from '@/lib/boundary/route'
import { isBlocked } from '@/lib/people/server/is-blocked'
import { listManaged } from '@/lib/people/server/members'

/**
 * Who is here and which conferences they may manage, for the browser: pages themselves do not say. Whoever is blocked
 * hears so, and their device opens what it keeps of theirs.
 */
export const GET = route({
  evenBlocked: true,
  run: async ({ viewer, db }) => {
    if (viewer.kind === 'guest') return { viewer: null, manages: [] }
    const blocked = await isBlocked(db, viewer.id)
    return {
      viewer: { id: viewer.id, name: viewer.name, email: viewer.email, ...(blocked && { blocked }) },
      manages: blocked ? [] : await listManaged(db, viewer.id),
    }
  },
})
