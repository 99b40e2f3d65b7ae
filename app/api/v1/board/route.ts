import { z } from 'zod'
import { conferenceRoute } from '@/lib/boundary/conference-route'
import { loadBoard } from '@/lib/desk/board/server/load-board'
import { textField } from '@/lib/platform/fields'

/** The organizers' board of a conference, with the draft that they share. */
export const GET = conferenceRoute('editSessions', {
  input: z.object({ conference: textField() }),
  run: async ({ db, granted }) => loadBoard(db, granted),
})
