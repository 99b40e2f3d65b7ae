'use server'

import { z } from 'zod'
import { action } from '@/lib/boundary/action'
import { acceptInvitation, declineInvitation } from '@/lib/people/invitations'
import type { Viewer } from '@/lib/people/viewer'
import { AppError } from '@/lib/platform/errors'

const input = z.object({ id: z.uuid() })

/** Says yes to a role that waits for me. */
export const acceptInvitationAction = action({
  input,
  limit: 'writeByAccount',
  run: async ({ input: { id }, viewer, db, now }) => acceptInvitation(db, requireUser(viewer), id, now),
})

/** Says no to it. */
export const declineInvitationAction = action({
  input,
  limit: 'writeByAccount',
  run: async ({ input: { id }, viewer, db }) => {
    await declineInvitation(db, requireUser(viewer), id)
    return 'declined' as const
  },
})

function requireUser(viewer: Viewer): { id: string; email: string } {
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return viewer
}
