import { route } from '@/lib/boundary/route'
import { pushSchema } from '@/lib/sync/protocol'
import { push } from '@/lib/sync/server/push'

export const POST = route({ input: pushSchema, limit: 'writeByAccount', run: ({ input, viewer, db, now }) => push(db, viewer, input, now) })
