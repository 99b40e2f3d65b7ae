'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { formSchema } from '@/lib/boundary/form'
import { textField } from '@/lib/platform/fields'
import { editFloor, orderFloors, placeRoom, setC3nav, setFloorRemoved } from './edit-floors'
import { c3navField, floorNameField, floorOrderSchema, metresField, placeSchema } from './schema'

const conference = { conference: textField() }
const floor = { ...conference, floor: z.uuid() }

export const renameFloorAction = conferenceAction('editSchedule', {
  input: formSchema(z.object({ ...floor, name: floorNameField() })),
  run: async ({ input, granted, db, now }) => editFloor(db, granted, input.floor, { name: input.name }, now),
})

/** How many metres the picture of a floor is wide. */
export const scaleFloorAction = conferenceAction('editSchedule', {
  input: z.object({ ...floor, metresWide: metresField }),
  run: async ({ input, granted, db, now }) =>
    editFloor(db, granted, input.floor, { metresWide: input.metresWide }, now),
})

export const orderFloorsAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, floors: floorOrderSchema }),
  run: async ({ input, granted, db, now }) => orderFloors(db, granted, input.floors, now),
})

export const removeFloorAction = conferenceAction('editSchedule', {
  input: z.object(floor),
  run: async ({ input, granted, db, now }) => setFloorRemoved(db, granted, input.floor, true, now),
})

export const bringBackFloorAction = conferenceAction('editSchedule', {
  input: z.object(floor),
  run: async ({ input, granted, db, now }) => setFloorRemoved(db, granted, input.floor, false, now),
})

/** Puts a room on a plan, or takes it off. */
export const placeRoomAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, room: z.uuid(), place: placeSchema }),
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => placeRoom(db, granted, input.room, input.place, now),
})

export const setC3navAction = conferenceAction('editSchedule', {
  input: formSchema(z.object({ ...conference, c3nav: c3navField })),
  run: async ({ input, granted, db, now }) => setC3nav(db, granted, input.c3nav, now),
})
