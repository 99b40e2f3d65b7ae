'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { personAction } from '@/lib/boundary/person-action'
import { textField } from '@/lib/platform/fields'
import { updateConference } from './conference'
import { deleteConference, restoreConference } from './conference-bin'
import { setDifferent } from './different-parts'
import { addRoom, editRoom } from './edit-room'
import { setCancelled } from './cancel-session'
import { addSession, editSession } from './edit-session'
import { addTrack, editTrack } from './edit-track'
import { editSpeaker } from './edit-speaker'
import {
  conferenceEditSchema,
  roomEditSchema,
  sessionEditSchema,
  sessionLinksSchema,
  speakerEditSchema,
  trackEditSchema,
} from './schema'
import { seenField } from './seen/seen-field'
import { setSessionLinks } from './session-links'
import { setWalks, walksSchema } from './walks'

const conference = { conference: textField() }
const session = { ...conference, session: z.uuid() }
const room = { ...conference, room: z.uuid() }
const speaker = { ...conference, speaker: z.uuid() }
const track = { ...conference, track: z.uuid() }
const pair = { ...conference, part: z.uuid(), other: z.uuid() }

export const addSessionAction = conferenceAction('editSessions', {
  input: formSchema(sessionEditSchema.extend(conference)),
  run: async ({ input, granted, db, now }) => addSession(db, granted, input, now),
})

export const editSessionAction = conferenceAction('editSessions', {
  input: formSchema(sessionEditSchema.extend(session).extend({ seen: seenField(sessionEditSchema) })),
  run: async ({ input: { seen, ...input }, granted, db, now }) =>
    editSession(db, granted, input.session, input, now, seen),
})

export const cancelSessionAction = conferenceAction('editSessions', {
  input: formSchema(z.object(session)),
  run: async ({ input, granted, db, now }) => setCancelled(db, granted, input.session, true, now),
})

export const restoreSessionAction = conferenceAction('editSessions', {
  input: formSchema(z.object(session)),
  run: async ({ input, granted, db, now }) => setCancelled(db, granted, input.session, false, now),
})

/** Where a session's slides and its replay are. */
export const setSessionLinksAction = conferenceAction('editSessions', {
  input: formSchema(z.object({ ...session, ...sessionLinksSchema.shape, seen: seenField(sessionLinksSchema) })),
  limit: 'writeByAccount',
  run: async ({ input: { seen, ...input }, granted, db, now }) =>
    setSessionLinks(db, granted, input.session, input, now, seen),
})

export const addRoomAction = conferenceAction('editSchedule', {
  input: formSchema(roomEditSchema.extend(conference)),
  run: async ({ input: { conference: _slug, ...edit }, granted, db, now }) => addRoom(db, granted, edit, now),
})

export const editRoomAction = conferenceAction('editSchedule', {
  input: formSchema(roomEditSchema.extend({ ...room, seen: seenField(roomEditSchema) })),
  run: async ({ input: { conference: _slug, room: id, seen, ...edit }, granted, db, now }) =>
    editRoom(db, granted, id, edit, now, seen),
})

export const editSpeakerAction = conferenceAction('editSchedule', {
  input: formSchema(speakerEditSchema.extend({ ...speaker, seen: seenField(speakerEditSchema) })),
  run: async ({ input: { conference: _slug, speaker: id, seen, ...edit }, granted, db, now }) =>
    editSpeaker(db, granted, id, edit, now, seen),
})

export const setWalksAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, cells: walksSchema }),
  run: async ({ input, granted, db, now }) => setWalks(db, granted, input.cells, now),
})

export const addTrackAction = conferenceAction('editSchedule', {
  input: formSchema(trackEditSchema.extend(conference)),
  run: async ({ input: { conference: _slug, ...edit }, granted, db, now }) => addTrack(db, granted, edit, now),
})

export const editTrackAction = conferenceAction('editSchedule', {
  input: formSchema(trackEditSchema.extend({ ...track, seen: seenField(trackEditSchema) })),
  run: async ({ input: { conference: _slug, track: id, seen, ...edit }, granted, db, now }) =>
    editTrack(db, granted, id, edit, now, seen),
})

/** Of two rooms, tracks or speakers that are named alike. */
export const sayDifferentAction = conferenceAction('editSchedule', {
  input: formSchema(z.object(pair)),
  run: async ({ input, granted, db }) => setDifferent(db, granted, { ...input, isDifferent: true }),
})

export const takeBackDifferentAction = conferenceAction('editSchedule', {
  input: formSchema(z.object(pair)),
  run: async ({ input, granted, db }) => setDifferent(db, granted, { ...input, isDifferent: false }),
})

export const updateConferenceAction = conferenceAction('editConference', {
  input: formSchema(conferenceEditSchema.extend({ ...conference, seen: seenField(conferenceEditSchema) })),
  run: async ({ input: { conference: _slug, seen, ...edit }, granted, db, now }) =>
    updateConference(db, granted, edit, now, seen),
})

export const deleteConferenceAction = conferenceAction('deleteConference', {
  input: formSchema(z.object(conference)),
  run: async ({ granted, db, now }) => deleteConference(db, granted, now),
})

/** Brings back a conference of whoever asks. */
export const restoreConferenceAction = personAction({
  input: formSchema(z.object({ conferenceId: z.uuid() })),
  run: async ({ input, person, db, now }) => restoreConference(db, person.id, input.conferenceId, now),
})
