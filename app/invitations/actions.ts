'use server'

import { z } from 'zod'
import { personAction } from '@/lib/boundary/person-action'
import { acceptInvitation, declineInvitation } from '@/lib/people/server/invitations'

const input = z.object({ id: z.uuid() })

/** Says yes to a role that waits for me. */
export const acceptInvitationAction = personAction({
  input,
  limit: 'writeByAccount',
  run: async ({ input: { id }, person, db, now }) => acceptInvitation(db, person, id, now),
})

/** Says no to it. */
export const declineInvitationAction = personAction({
  input,
  limit: 'writeByAccount',
  run: async ({ input: { id }, person, db }) => {
    await declineInvitation(db, person, id)
    return 'declined' as const
  },
})
