import { route } from '@/lib/boundary/route'
import { MOST_PUSH_BYTES, pushSchema } from '@/lib/sync/protocol'
import { push } from '@/lib/handlers'

export const POST = route({
  input: pushSchema,
  mostBytes: MOST_PUSH_BYTES,
  limit: 'writeByAccount',
  run: ({ input, viewer, db, now }) => push(db, viewer, input, now),
})
