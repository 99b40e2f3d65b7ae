'use server'

import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { action } from '@/lib/boundary/action'
import { formSchema } from '@/lib/boundary/form'
import { requireAccess } from '@/lib/people/access'
import type { Capability } from '@/lib/people/permissions'
import type { Viewer } from '@/lib/people/viewer'
import { AppError } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'
import { updateConference } from './conference'
import { deleteConference, restoreConference } from './conference-bin'
import { addRoom, editRoom, mergeRooms } from './edit-room'
import { addSession, editSession, setCancelled } from './edit-session'
import { addTrack, editTrack, mergeTracks } from './edit-track'
import { getConference } from '../read/queries'
import { conferenceEditSchema, roomEditSchema, sessionEditSchema, sessionLinksSchema, trackEditSchema } from './schema'
import { setSessionLinks } from './session-links'
import { setWalks, walksSchema } from './walks'

const conference = { conference: textField() }
const session = { ...conference, session: z.uuid() }
const room = { ...conference, room: z.uuid() }
const track = { ...conference, track: z.uuid() }
const into = { into: z.uuid() }

export const addSessionAction = action({
  input: formSchema(sessionEditSchema.extend(conference)),
  run: async ({ input, viewer, db, now }) => addSession(db, await allow(db, viewer, input, 'editSchedule'), input, now),
})

export const editSessionAction = action({
  input: formSchema(sessionEditSchema.extend(session)),
  run: async ({ input, viewer, db, now }) =>
    editSession(db, await allow(db, viewer, input, 'editSchedule'), input.session, input, now),
})

export const cancelSessionAction = action({
  input: formSchema(z.object(session)),
  run: async ({ input, viewer, db, now }) =>
    setCancelled(db, await allow(db, viewer, input, 'editSchedule'), input.session, true, now),
})

export const restoreSessionAction = action({
  input: formSchema(z.object(session)),
  run: async ({ input, viewer, db, now }) =>
    setCancelled(db, await allow(db, viewer, input, 'editSchedule'), input.session, false, now),
})

/** Where a session's slides and its replay are. */
export const setSessionLinksAction = action({
  input: formSchema(z.object(session).extend(sessionLinksSchema.shape)),
  limit: 'writeByAccount',
  run: async ({ input, viewer, db, now }) =>
    setSessionLinks(db, (await allow(db, viewer, input, 'editSchedule')).conferenceId, input.session, input, now),
})

export const addRoomAction = action({
  input: formSchema(roomEditSchema.extend(conference)),
  run: async ({ input: { conference: slug, ...edit }, viewer, db, now }) =>
    addRoom(db, (await allow(db, viewer, { conference: slug }, 'editSchedule')).conferenceId, edit, now),
})

export const editRoomAction = action({
  input: formSchema(roomEditSchema.extend(room)),
  run: async ({ input: { conference: slug, room: id, ...edit }, viewer, db, now }) =>
    editRoom(db, (await allow(db, viewer, { conference: slug }, 'editSchedule')).conferenceId, id, edit, now),
})

export const mergeRoomsAction = action({
  input: formSchema(z.object({ ...room, ...into })),
  run: async ({ input, viewer, db, now }) =>
    mergeRooms(db, (await allow(db, viewer, input, 'editSchedule')).conferenceId, input.room, input.into, now),
})

export const setWalksAction = action({
  input: z.object({ ...conference, cells: walksSchema }),
  run: async ({ input, viewer, db, now }) => setWalks(db, viewer, input, now),
})

export const addTrackAction = action({
  input: formSchema(trackEditSchema.extend(conference)),
  run: async ({ input: { conference: slug, ...edit }, viewer, db, now }) =>
    addTrack(db, (await allow(db, viewer, { conference: slug }, 'editSchedule')).conferenceId, edit, now),
})

export const editTrackAction = action({
  input: formSchema(trackEditSchema.extend(track)),
  run: async ({ input: { conference: slug, track: id, ...edit }, viewer, db, now }) =>
    editTrack(db, (await allow(db, viewer, { conference: slug }, 'editSchedule')).conferenceId, id, edit, now),
})

export const mergeTracksAction = action({
  input: formSchema(z.object({ ...track, ...into })),
  run: async ({ input, viewer, db, now }) =>
    mergeTracks(db, (await allow(db, viewer, input, 'editSchedule')).conferenceId, input.track, input.into, now),
})

export const updateConferenceAction = action({
  input: formSchema(conferenceEditSchema.extend(conference)),
  run: async ({ input: { conference: slug, ...edit }, viewer, db, now }) =>
    updateConference(db, (await allow(db, viewer, { conference: slug }, 'editConference')).conferenceId, edit, now),
})

export const deleteConferenceAction = action({
  input: formSchema(z.object(conference)),
  run: async ({ input, viewer, db, now }) =>
    deleteConference(db, (await allow(db, viewer, input, 'deleteConference')).conferenceId, now),
})

/** Brings back a conference of whoever asks. */
export const restoreConferenceAction = action({
  input: formSchema(z.object({ conferenceId: z.uuid() })),
  run: async ({ input, viewer, db, now }) => {
    if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
    return restoreConference(db, viewer.id, input.conferenceId, now)
  },
})

/** @throws {AppError} when the viewer may not do this, or there is no such conference for them */
async function allow(
  db: PrismaClient,
  viewer: Viewer,
  { conference: slug }: { conference: string },
  capability: Capability,
): Promise<{ conferenceId: string; userId: string }> {
  const found = await getConference(db, slug)
  if (!found) throw new AppError('NOT_FOUND', 'conference')
  await requireAccess(db, viewer, found, capability)
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  return { conferenceId: found.id, userId: viewer.id }
}
