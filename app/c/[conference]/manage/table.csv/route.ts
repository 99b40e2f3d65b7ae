import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { route } from '@/lib/boundary/route'
import { tableKinds } from '@/lib/desk/tables/columns'
import { readTable } from '@/lib/desk/tables/server/read-table'
import { writeTableFile } from '@/lib/desk/tables/write-table'
import { requireAccess } from '@/lib/people/server/access'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { getConference } from '@/lib/schedule/read/queries'

/** Rooms, sessions, tracks or speakers as a file, for whoever has them as a table. */
export const GET = route({
  params: z.object({ conference: textField() }),
  input: z.object({ of: z.enum(tableKinds) }),
  run: async ({ params, input: { of }, viewer, db }) => {
    const conference = await getConference(db, params.conference)
    if (!conference) throw new AppError('NOT_FOUND')
    await requireAccess(db, viewer, conference, of === 'sessions' ? 'editSessions' : 'editSchedule')
    const [t, ofSession] = [await getTranslations('manage.table'), await getTranslations('session')]
    const reader = { conferenceId: conference.id, scope: null }
    const lines = await readTable(db, reader, { kind: of, timeZone: conference.timeZone })
    return new Response(
      writeTableFile(of, lines, {
        headingOf: (column) => t(`heading.${column}`),
        sayKind: (kind) => ofSession(`kind.${kind}`),
        status: { heading: t('status'), cancelled: ofSession('cancelled') },
      }),
      {
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': `attachment; filename="${conference.slug}-${of}.csv"`,
          'cache-control': 'private, no-store',
        },
      },
    )
  },
})
