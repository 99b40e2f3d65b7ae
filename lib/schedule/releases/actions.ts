'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { textField } from '@/lib/platform/fields'
import { undoDraft } from './undo-draft'
import { undoImport } from './undo-import'

const release = formSchema(
  z.object({ conference: textField(), release: z.coerce.number().int().positive().max(2_147_483_647) }),
)

/** Takes the last import of a source back. */
export const undoImportAction = conferenceAction('import', {
  input: release,
  limit: 'importByAccount',
  run: async ({ input, granted, db, now }) => undoImport(db, granted, input.release, now),
})

/** Takes a published draft of the board back. */
export const undoDraftAction = conferenceAction('editSchedule', {
  input: release,
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => undoDraft(db, granted, input.release, now),
})
