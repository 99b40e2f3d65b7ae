import { route } from '@/lib/boundary/route'

/** Who is here, for the browser: pages themselves do not say. */
export const GET = route({
  run: ({ viewer }) => ({
    viewer: viewer.kind === 'user' ? { id: viewer.id, name: viewer.name, email: viewer.email } : null,
  }),
})
