import { route } from '@/lib/boundary/route'
import { exportAccount } from '@/lib/people/server/export-account'
import { personOf } from '@/lib/people/person-of'

/** Everything of mine that is on the server, as a file. */
export const GET = route({
  limit: 'writeByAccount',
  evenBlocked: true,
  run: async ({ viewer, db }) => {
    const body = JSON.stringify(await exportAccount(db, personOf(viewer).id), null, 2)
    return new Response(body, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="hallway.json"',
        'cache-control': 'private, no-store',
      },
    })
  },
})
