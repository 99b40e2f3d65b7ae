import { z } from 'zod'
import { conferenceRoute } from '@/lib/boundary/conference-route'
import { loadBoardDemand } from '@/lib/desk/board/server/load-demand'
import { textField } from '@/lib/platform/fields'

/** Who wants to go where, without a number of fewer than five people: for a board's warnings. */
export const GET = conferenceRoute('editSchedule', {
  input: z.object({ conference: textField() }),
  run: async ({ db, granted, now }) => loadBoardDemand(db, granted, now),
})
