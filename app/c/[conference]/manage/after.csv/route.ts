import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { writeOutcomes } from '@/lib/desk/after/after'
import { loadOutcomes } from '@/lib/desk/server/load-after'
import { requireAccess } from '@/lib/people/server/access'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { getConference } from '@/lib/schedule/read/queries'

/** How each session turned out, as a table for its organizers. */
export const GET = route({
  params: z.object({ conference: textField() }),
  run: async ({ params, viewer, db }) => {
    const conference = await getConference(db, params.conference)
    if (!conference) throw new AppError('NOT_FOUND')
    await requireAccess(db, viewer, conference, 'editConference')
    const t = await getTranslations('manage.after')
    const words = {
      title: t('column.title'),
      start: t('column.start'),
      end: t('column.end'),
      room: t('column.room'),
      capacity: t('column.capacity'),
      picks: t('column.picks'),
      peak: t('column.peak'),
      turnedAway: t('column.turnedAway'),
      few: t('few'),
    }
    const outcomes = await loadOutcomes(db, conference.id)
    return new Response(writeOutcomes(outcomes, conference.timeZone, words), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${conference.slug}-after.csv"`,
        'cache-control': 'private, no-store',
      },
    })
  },
})
