import { z } from 'zod'
import { conferenceRoute } from '@/lib/boundary/conference-route'
import { loadDraft } from '@/lib/desk/board/server/load-board'
import { textField } from '@/lib/platform/fields'

/** The draft that organizers share, for a board whose programme is still of the version that it names. */
export const GET = conferenceRoute('editSessions', {
  input: z.object({ conference: textField() }),
  run: async ({ db, granted }) => loadDraft(db, granted),
})
