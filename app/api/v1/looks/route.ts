import { readFormOf } from '@/lib/boundary/body'
import { route } from '@/lib/boundary/route'
import { MOST_BYTES } from '@/lib/formats/most-bytes'
import { personOf } from '@/lib/people/person-of'
import { look } from '@/lib/schedule/bring-in/look/look'

// The other fields, and what stands between them.
const MOST_FORM_BYTES = MOST_BYTES + 1_000_000

/** What files would bring in: a form like an action's, which can be stopped, and whose way here can be seen. */
export const POST = route({
  limit: 'importByAccount',
  run: async ({ viewer, db, request }) =>
    look(db, personOf(viewer), await readFormOf(request, MOST_FORM_BYTES), request.signal),
})
