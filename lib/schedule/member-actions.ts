'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { languageOf } from '@/lib/i18n/languages'
import { changeRole, inviteMember, removeMember, withdrawInvitation } from '@/lib/people/server/members'
import { emailSchema, memberRoleSchema } from '@/lib/people/schema'
import { invitationsAddress, sendInvitation } from '@/lib/people/send-invitation'
import { readEnvironment } from '@/lib/platform/env'
import { textField } from '@/lib/platform/fields'
import { consume } from '@/lib/platform/rate-limit'

const conference = textField()

export const inviteMemberAction = conferenceAction('managePeople', {
  input: formSchema(z.object({ conference, email: emailSchema, role: memberRoleSchema })),
  limit: 'inviteByAccount',
  run: async ({ input, granted, person, conference: { name, language }, db, now }) => {
    await consume(db, 'inviteByEmail', input.email)
    const invited = await inviteMember(db, granted, { email: input.email, ...input.role }, now)
    if (!invited.ok) return invited
    const env = readEnvironment()
    return {
      ...(await sendInvitation(
        { email: input.email, inviter: person.email, conference: { name, language: languageOf(language, null) } },
        env,
      )),
      email: input.email,
      link: invitationsAddress(env),
    }
  },
})

export const withdrawInvitationAction = conferenceAction('managePeople', {
  input: formSchema(z.object({ conference, invitation: z.uuid() })),
  run: async ({ input, granted, db }) => withdrawInvitation(db, granted, input.invitation),
})

export const changeRoleAction = conferenceAction('managePeople', {
  input: formSchema(z.object({ conference, user: z.uuid(), role: memberRoleSchema })),
  run: async ({ input, granted, db }) => changeRole(db, granted, input.user, input.role),
})

export const removeMemberAction = conferenceAction('managePeople', {
  input: formSchema(z.object({ conference, user: z.uuid() })),
  run: async ({ input, granted, db }) => removeMember(db, granted, input.user),
})
