'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { textField } from '@/lib/platform/fields'
import { undoImport } from './undo-import'

/** Takes the last import of a source back. */
export const undoImportAction = conferenceAction('import', {
  input: formSchema(
    z.object({ conference: textField(), release: z.coerce.number().int().positive().max(2_147_483_647) }),
  ),
  limit: 'importByAccount',
  run: async ({ input, granted, db, now }) => undoImport(db, granted, input.release, now),
})
