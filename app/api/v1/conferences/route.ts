import { route } from '@/lib/boundary/route'
import { listConferences } from '@/lib/schedule/read/queries'

/** The conferences that whoever asks may see, by first day, the latest first: to find one by its name. */
export const GET = route({
  run: async ({ viewer, db }) => ({
    conferences: (await listConferences(db, viewer)).map(({ slug, name }) => ({ slug, name })),
  }),
})
