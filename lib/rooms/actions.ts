'use server'

import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { action } from '@/lib/boundary/action'
import { formSchema } from '@/lib/boundary/form'
import { requireAccess } from '@/lib/people/access'
import type { Viewer } from '@/lib/people/viewer'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { languages } from '@/lib/i18n/language-names'
import { lineField, textField } from '@/lib/platform/fields'
import { announce, withdrawAnnouncement } from './announce'
import { LONGEST_ANNOUNCEMENT } from './announcement-length'
import { muteReports, unmuteReports } from './mute-reports'
import { createStewardLink, revokeStewardLink } from './steward-links'

const conference = textField()
const name = lineField().min(1).max(80)

/** Makes a steward's link. Its address is told this once. */
export const createStewardLinkAction = action({
  input: formSchema(z.object({ conference, room: z.uuid(), name })),
  run: async ({ input, viewer, db, now }) => {
    const { conferenceId, userId } = await forOrganizer(db, viewer, input.conference)
    const room = await db.room.findFirst({ where: { id: input.room, conferenceId }, select: { id: true, name: true } })
    if (!room) throw new AppError('NOT_FOUND', 'room')
    const { secret } = await createStewardLink(
      db,
      { conferenceId, roomId: room.id, name: input.name, createdById: userId },
      now,
    )
    return { address: `${publicUrl(readEnvironment())}/steward/${secret}`, room: room.name, name: input.name }
  },
})

export const revokeStewardLinkAction = action({
  input: formSchema(z.object({ conference, link: z.uuid() })),
  run: async ({ input, viewer, db, now }) =>
    revokeStewardLink(
      db,
      { id: input.link, conferenceId: (await forOrganizer(db, viewer, input.conference)).conferenceId },
      now,
    ),
})

/** Believes what attendees say of a room no more: for the rest of the day, or until it is unmuted. */
export const muteReportsAction = action({
  input: formSchema(z.object({ conference, room: z.uuid(), lasts: z.enum(['day', 'on']) })),
  run: async ({ input, viewer, db, now }) => {
    const { conferenceId, timeZone } = await forOrganizer(db, viewer, input.conference)
    await muteReports(db, { conferenceId, roomId: input.room }, input.lasts, timeZone, now)
  },
})

export const unmuteReportsAction = action({
  input: formSchema(z.object({ conference, room: z.uuid() })),
  run: async ({ input, viewer, db, now }) =>
    unmuteReports(
      db,
      { conferenceId: (await forOrganizer(db, viewer, input.conference)).conferenceId, roomId: input.room },
      now,
    ),
})

/** "all", "room:<id>", "session:<id>" */
const audience = z.union([
  z.literal('all').transform(() => ({ roomId: null, sessionId: null })),
  z.templateLiteral(['room:', z.uuid()]).transform((to) => ({ roomId: to.slice('room:'.length), sessionId: null })),
  z
    .templateLiteral(['session:', z.uuid()])
    .transform((to) => ({ roomId: null, sessionId: to.slice('session:'.length) })),
])
const body = textField().trim().min(1, 'required').max(LONGEST_ANNOUNCEMENT, 'too-long')

/** Tells everybody, a room, or those who picked a session. */
export const announceAction = action({
  input: formSchema(z.object({ conference, audience, body, language: z.enum(languages) })),
  run: async ({ input: { audience: to, ...input }, viewer, db, now }) =>
    announce(db, await forOrganizer(db, viewer, input.conference), { ...input, ...to }, now),
})

export const withdrawAnnouncementAction = action({
  input: formSchema(z.object({ conference, announcement: z.uuid() })),
  run: async ({ input, viewer, db, now }) =>
    withdrawAnnouncement(
      db,
      { id: input.announcement, conferenceId: (await forOrganizer(db, viewer, input.conference)).conferenceId },
      now,
    ),
})

async function forOrganizer(
  db: PrismaClient,
  viewer: Viewer,
  slug: string,
): Promise<{ conferenceId: string; userId: string; timeZone: string }> {
  const found = await db.conference.findUnique({
    where: { slug },
    select: { id: true, visibility: true, timeZone: true },
  })
  if (!found) throw new AppError('NOT_FOUND', 'conference')
  await requireAccess(db, viewer, found, 'editConference')
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return { conferenceId: found.id, userId: viewer.id, timeZone: found.timeZone }
}
