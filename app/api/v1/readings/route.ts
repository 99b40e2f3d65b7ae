import { route } from '@/lib/boundary/route'
import { requireAccess } from '@/lib/people/access'
import { AppError } from '@/lib/platform/errors'
import { consume } from '@/lib/platform/rate-limit'
import { recordAttendeeReport } from '@/lib/rooms/mutations'
import { attendeeReportSchema } from '@/lib/rooms/reports'

/** Takes what an attendee, signed in or not, says of the room they are at. */
export const POST = route({
  input: attendeeReportSchema,
  run: async ({ input, viewer, db, now }) => {
    const conference = await db.conference.findUnique({ where: { id: input.conference }, select: { id: true, visibility: true } })
    if (!conference) throw new AppError('NOT_FOUND', 'conference')
    await requireAccess(db, viewer, conference, 'plan')
    const userId = viewer.kind === 'user' ? viewer.id : null
    await consume(db, 'reportByDevice', userId ?? input.device)
    await recordAttendeeReport(db, { userId, conferenceId: conference.id }, input, now)
  },
})
