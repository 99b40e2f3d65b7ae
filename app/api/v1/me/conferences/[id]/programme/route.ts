import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { documentFields } from '@/lib/feeds/document'
import { writeFrabJson } from '@/lib/feeds/exports/frab-json'
import { loadProgramme } from '@/lib/feeds/exports/load-programme'
import { takenDownOf } from '@/lib/operating/server/taking-down'
import { personOf } from '@/lib/people/person-of'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'

/** The programme of a conference of mine that was taken down, as frab's JSON, which can be brought in elsewhere. */
export const GET = route({
  params: z.object({ id: z.uuid() }),
  limit: 'writeByAccount',
  evenBlocked: true,
  run: async ({ params: { id }, viewer, db }) => {
    const own = { id, ...takenDownOf(personOf(viewer).id) }
    const conference = await db.conference.findFirst({ where: own, select: documentFields })
    const programme = conference && (await loadProgramme({ db, conference, publicUrl: publicUrl(readEnvironment()) }))
    if (!programme) throw new AppError('NOT_FOUND', 'conference')
    return new Response(writeFrabJson(programme), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${programme.conference.slug}.json"`,
        'cache-control': 'private, no-store',
      },
    })
  },
})
