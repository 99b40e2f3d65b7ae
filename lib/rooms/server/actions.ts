'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { languages } from '@/lib/i18n/language-names'
import { lineField, textField } from '@/lib/platform/fields'
import { announce, withdrawAnnouncement } from './announce'
import { LONGEST_ANNOUNCEMENT } from '../announcement-length'
import { muteReports, unmuteReports } from './mute-reports'
import { createSignLinks, MOST_SIGN_LINKS, revokeSignLinks } from './sign-links'
import { createDoorLinks, createStewardLink, MOST_LINKS, revokeStewardLinks } from './steward-links'

const conference = textField()
const name = lineField().min(1).max(80)

/** Makes a steward's link. Its address is told this once. */
export const createStewardLinkAction = conferenceAction('editConference', {
  input: formSchema(z.object({ conference, room: z.uuid(), name })),
  run: async ({ input, granted, db, now }) => {
    const { secret, room } = await createStewardLink(db, granted, { roomId: input.room, name: input.name }, now)
    return { address: stewardAddress(secret), room, name: input.name }
  },
})

/** Makes a link for each door where nobody can count yet. Their addresses are told this once. */
export const createDoorLinksAction = conferenceAction('editConference', {
  input: z.object({ conference, name }),
  run: async ({ input, granted, db, now }) => {
    const links = await createDoorLinks(db, granted, input.name, now)
    return links.map(({ id, secret, room }) => ({ id, room, address: stewardAddress(secret) }))
  },
})

export const revokeStewardLinkAction = conferenceAction('editConference', {
  input: formSchema(z.object({ conference, link: z.uuid() })),
  run: async ({ input, granted, db, now }) => revokeStewardLinks(db, granted, [input.link], now),
})

/** Ends links that were made together. */
export const revokeStewardLinksAction = conferenceAction('editConference', {
  input: z.object({ conference, links: z.array(z.uuid()).max(MOST_LINKS) }),
  run: async ({ input, granted, db, now }) => revokeStewardLinks(db, granted, input.links, now),
})

function stewardAddress(secret: string): string {
  return `${publicUrl(readEnvironment())}/steward/${secret}`
}

/** Makes a secret address of a sign for each room without one. They are told this once. */
export const createSignLinksAction = conferenceAction('editConference', {
  input: z.object({ conference, room: z.uuid().nullable() }),
  run: async ({ input, granted, db, now }) => {
    const links = await createSignLinks(db, granted, input.room, now)
    return links.map(({ id, secret, room }) => ({ id, room, address: signAddress(secret) }))
  },
})

export const revokeSignLinkAction = conferenceAction('editConference', {
  input: formSchema(z.object({ conference, link: z.uuid() })),
  run: async ({ input, granted, db, now }) => revokeSignLinks(db, granted, [input.link], now),
})

/** Ends secret addresses of signs that were made together. */
export const revokeSignLinksAction = conferenceAction('editConference', {
  input: z.object({ conference, links: z.array(z.uuid()).max(MOST_SIGN_LINKS) }),
  run: async ({ input, granted, db, now }) => revokeSignLinks(db, granted, input.links, now),
})

function signAddress(secret: string): string {
  return `${publicUrl(readEnvironment())}/sign/${secret}`
}

/** Believes what attendees say of a room no more: for the rest of the day, or until it is unmuted. */
export const muteReportsAction = conferenceAction('editConference', {
  input: formSchema(z.object({ conference, room: z.uuid(), lasts: z.enum(['day', 'on']) })),
  run: async ({ input, granted, conference: { timeZone }, db, now }) =>
    muteReports(db, granted, input.room, input.lasts, timeZone, now),
})

export const unmuteReportsAction = conferenceAction('editConference', {
  input: formSchema(z.object({ conference, room: z.uuid() })),
  run: async ({ input, granted, db, now }) => unmuteReports(db, granted, input.room, now),
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
export const announceAction = conferenceAction('editConference', {
  input: formSchema(z.object({ conference, audience, body, language: z.enum(languages) })),
  run: async ({ input: { audience: to, ...input }, granted, db, now }) =>
    announce(db, granted, { ...input, ...to }, now),
})

export const withdrawAnnouncementAction = conferenceAction('editConference', {
  input: formSchema(z.object({ conference, announcement: z.uuid() })),
  run: async ({ input, granted, db, now }) => withdrawAnnouncement(db, granted, input.announcement, now),
})
