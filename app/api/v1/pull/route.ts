import { route } from '@/lib/boundary/route'
import { pullSchema } from '@/lib/sync/protocol'
import { pull } from '@/lib/handlers'

export const GET = route({ input: pullSchema, run: ({ input, viewer, db }) => pull(db, viewer, input) })
