'use server'

import { personOf } from '@/lib/people/person-of'
import { askedNameSchema } from '@/lib/people/schema'
import { nameNameless } from '@/lib/people/server/mutations'
import { z } from 'zod'
import { action } from '@/lib/boundary/action'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { lineField, textField } from '@/lib/platform/fields'
import { requirePlanner } from './group-access'
import {
  createGroup,
  endInvitation,
  findInvitation,
  joinGroup,
  leaveGroup,
  putOut,
  renameGroup,
  renewInvitation,
} from './groups'

const name = lineField().min(1).max(60)
const group = z.uuid()
const limit = 'writeByAccount'

export const createGroupAction = action({
  input: z.object({ conferenceId: z.uuid(), name, yourName: askedNameSchema.optional() }),
  limit,
  run: async ({ input: { yourName, ...input }, viewer, db, now }) => {
    const user = await requirePlanner(db, viewer, input.conferenceId)
    if (yourName) await nameNameless(db, user.id, yourName)
    const made = await createGroup(db, user.id, input, now)
    return made.ok ? { id: made.id, link: linkOf(made.secret) } : made
  },
})

export const renewInvitationAction = action({
  input: z.object({ group }),
  limit,
  run: async ({ input, viewer, db }) => ({
    link: linkOf((await renewInvitation(db, personOf(viewer).id, input.group)).secret),
  }),
})
export const endInvitationAction = action({
  input: z.object({ group }),
  limit,
  run: async ({ input, viewer, db }) => done(endInvitation(db, personOf(viewer).id, input.group)),
})
export const renameGroupAction = action({
  input: z.object({ group, name }),
  limit,
  run: async ({ input, viewer, db }) => done(renameGroup(db, personOf(viewer).id, input.group, input.name)),
})
export const leaveGroupAction = action({
  input: z.object({ group }),
  limit,
  run: async ({ input, viewer, db }) => done(leaveGroup(db, personOf(viewer).id, input.group)),
})
export const putOutAction = action({
  input: z.object({ group, member: z.uuid() }),
  limit,
  run: async ({ input, viewer, db }) =>
    done(putOut(db, personOf(viewer).id, { groupId: input.group, memberId: input.member })),
})

/** Joins the group of a link; a private conference stays closed to whoever may not see it. */
export const joinGroupAction = action({
  input: z.object({ secret: textField().max(100), name: askedNameSchema.optional() }),
  limit,
  run: async ({ input, viewer, db, now }) => {
    const invitation = await findInvitation(db, input.secret)
    if (!invitation) throw new AppError('NOT_FOUND', 'invitation')
    const user = await requirePlanner(db, viewer, invitation.conference.id)
    if (input.name) await nameNameless(db, user.id, input.name)
    const joined = await joinGroup(
      db,
      user.id,
      { groupId: invitation.groupId, conferenceId: invitation.conference.id },
      now,
    )
    return joined.ok ? { slug: invitation.conference.slug } : joined
  },
})

function linkOf(secret: string): string {
  return `${publicUrl(readEnvironment())}/together/${secret}`
}

async function done(work: Promise<void>): Promise<'done'> {
  await work
  return 'done'
}
