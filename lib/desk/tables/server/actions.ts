'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { textField } from '@/lib/platform/fields'
import { partTables } from '../columns'
import { addedSchema, rowsSchema } from '../schema'
import { editTable } from './edit-table'
import { undoTable } from './undo-table'

const conference = { conference: textField() }
const edit = z.object({ ...conference, rows: rowsSchema, isTrial: z.boolean() })
const undo = z.object({ ...conference, rows: rowsSchema, added: addedSchema })
const part = { kind: z.enum(partTables) }

/** Rooms, tracks or speakers, many in one step; a trial says what is wrong and writes nothing. */
export const editPartTableAction = conferenceAction('editSchedule', {
  input: edit.extend(part),
  limit: 'writeByAccount',
  run: async ({ input: { kind, rows, isTrial }, granted, conference: { timeZone }, db, now }) =>
    editTable(db, granted, { kind, rows, isTrial, timeZone }, now),
})

export const undoPartTableAction = conferenceAction('editSchedule', {
  input: undo.extend(part),
  limit: 'writeByAccount',
  run: async ({ input: { kind, rows, added }, granted, conference: { timeZone }, db, now }) =>
    undoTable(db, granted, { kind, rows, added, timeZone }, now),
})

/** Sessions, many in one step; a trial says what is wrong and writes nothing. */
export const editSessionTableAction = conferenceAction('editSessions', {
  input: edit,
  limit: 'writeByAccount',
  run: async ({ input: { rows, isTrial }, granted, conference: { timeZone }, db, now }) =>
    editTable(db, granted, { kind: 'sessions', rows, isTrial, timeZone }, now),
})

export const undoSessionTableAction = conferenceAction('editSessions', {
  input: undo,
  limit: 'writeByAccount',
  run: async ({ input: { rows, added }, granted, conference: { timeZone }, db, now }) =>
    undoTable(db, granted, { kind: 'sessions', rows, added, timeZone }, now),
})
