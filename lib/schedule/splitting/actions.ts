'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { idField, lineField, textField } from '@/lib/platform/fields'
import { limits } from '@/lib/program/program'
import { sayOneRoom, splitRoom } from './split-room'
import { takeBackSplit } from './take-back-split'

const conference = { conference: textField() }
const name = lineField().min(1, 'required').max(limits.name, 'too-long')

/** Says that a room's name means several rooms. */
export const splitRoomAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, room: idField(), into: z.array(name).min(2).max(4) }),
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => splitRoom(db, granted, input, now),
})

/** Says that it is one room, for good. */
export const sayOneRoomAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, room: idField() }),
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => sayOneRoom(db, granted, input.room, now),
})

/** Takes either back, by the name of which it was said. */
export const takeBackSplitAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, key: textField().max(500) }),
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => takeBackSplit(db, granted, input.key, now),
})
