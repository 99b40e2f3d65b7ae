'use server'

import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { action } from '@/lib/boundary/action'
import { formSchema } from '@/lib/boundary/form'
import { languageOf, type Language } from '@/lib/i18n/languages'
import { requireAccess } from '@/lib/people/access'
import { changeRole, inviteMember, removeMember, withdrawInvitation } from '@/lib/people/members'
import { emailSchema, memberRoleSchema } from '@/lib/people/schema'
import { invitationsAddress, sendInvitation } from '@/lib/people/send-invitation'
import type { Viewer } from '@/lib/people/viewer'
import { readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { consume } from '@/lib/platform/rate-limit'

const conference = textField()

export const inviteMemberAction = action({
  input: formSchema(z.object({ conference, email: emailSchema, role: memberRoleSchema })),
  limit: 'inviteByAccount',
  run: async ({ input, viewer, db, now }) => {
    const { conferenceId, userId, inviter, conference } = await forOwner(db, viewer, input.conference)
    await consume(db, 'inviteByEmail', input.email)
    const invited = await inviteMember(
      db,
      { conferenceId, email: input.email, role: input.role, invitedById: userId },
      now,
    )
    if (!invited.ok) return invited
    const env = readEnvironment()
    return {
      ...(await sendInvitation({ email: input.email, inviter, conference }, env)),
      email: input.email,
      link: invitationsAddress(env),
    }
  },
})

export const withdrawInvitationAction = action({
  input: formSchema(z.object({ conference, invitation: z.uuid() })),
  run: async ({ input, viewer, db }) =>
    withdrawInvitation(db, (await forOwner(db, viewer, input.conference)).conferenceId, input.invitation),
})

export const changeRoleAction = action({
  input: formSchema(z.object({ conference, user: z.uuid(), role: memberRoleSchema })),
  run: async ({ input, viewer, db }) =>
    changeRole(db, (await forOwner(db, viewer, input.conference)).conferenceId, input.user, input.role),
})

export const removeMemberAction = action({
  input: formSchema(z.object({ conference, user: z.uuid() })),
  run: async ({ input, viewer, db }) =>
    removeMember(db, (await forOwner(db, viewer, input.conference)).conferenceId, input.user),
})

async function forOwner(
  db: PrismaClient,
  viewer: Viewer,
  slug: string,
): Promise<{
  conferenceId: string
  userId: string
  inviter: string
  conference: { name: string; language: Language }
}> {
  const found = await db.conference.findUnique({
    where: { slug },
    select: { id: true, name: true, language: true, visibility: true },
  })
  if (!found) throw new AppError('NOT_FOUND', 'conference')
  await requireAccess(db, viewer, found, 'managePeople')
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return {
    conferenceId: found.id,
    userId: viewer.id,
    inviter: viewer.email,
    conference: { name: found.name, language: languageOf(found.language, null) },
  }
}
