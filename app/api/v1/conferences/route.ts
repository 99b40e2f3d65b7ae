import { route } from '@/lib/boundary/route'
import { listNames } from '@/lib/schedule/read/list-conferences'

/** The conferences that whoever asks may see, by first day, the latest first: to find one by its name. */
export const GET = route({
  run: async ({ viewer, db }) => ({ conferences: await listNames(db, viewer) }),
})
