import { z } from 'zod'
import { conferenceRoute } from '@/lib/boundary/conference-route'
import { loadEffect } from '@/lib/desk/board/server/load-effect'
import { textField } from '@/lib/platform/fields'

/** What publishing the draft means for people. */
export const GET = conferenceRoute('editSchedule', {
  input: z.object({ conference: textField() }),
  run: async ({ db, granted }) => loadEffect(db, granted),
})
