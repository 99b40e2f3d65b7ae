'use server'

import { z } from 'zod'
import { conferenceAction } from '@/lib/boundary/conference-action'
import { clockField, dayField, idField, textField } from '@/lib/platform/fields'
import { absencesSchema, movesSchema, noteSchema, sessionIdsSchema, warningKeySchema } from '../schema'
import { setAbsences, setAllowsOverlap } from './board-facts'
import { bringBack, discardDraft, takeFromDraft } from './discard-moves'
import { setIgnored } from './ignored-warnings'
import { moveOnBoard } from './move-on-board'
import { callOffPlan, planDraft } from './planned-draft'
import { publishDraft } from './publish-draft'

const conference = { conference: textField() }
/** A note, and whether nobody is told yet: alerts are held back from then on. */
const publishing = { note: noteSchema, isSilent: z.boolean().default(false) }
const version = z.number().int().min(0).max(2_147_483_647)

/** Moves sessions in the draft that organizers share, all of them or none. */
export const moveOnBoardAction = conferenceAction('editSessions', {
  input: z.object({ ...conference, moves: movesSchema, seen: version }),
  limit: 'writeByAccount',
  run: async ({ input: { moves, seen }, granted, conference: { timeZone }, db, now }) =>
    moveOnBoard(db, granted, { moves, seen, timeZone }, now),
})

/** Takes sessions out of the draft again. */
export const takeFromDraftAction = conferenceAction('editSessions', {
  input: z.object({ ...conference, sessionIds: sessionIdsSchema, seen: version }),
  limit: 'writeByAccount',
  run: async ({ input: { sessionIds, seen }, granted, db, now }) =>
    takeFromDraft(db, granted, { sessionIds, seen }, now),
})

export const discardDraftAction = conferenceAction('editSchedule', {
  input: z.object(conference),
  limit: 'writeByAccount',
  run: async ({ granted, db, now }) => discardDraft(db, granted, now),
})

/** Undoes either, by the version that it answered. */
export const bringBackAction = conferenceAction('editSessions', {
  input: z.object({ ...conference, version }),
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => bringBack(db, granted, input.version, now),
})

export const publishDraftAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, seen: z.object({ draft: version, program: version }), ...publishing }),
  limit: 'writeByAccount',
  run: async ({ input: { seen, note, isSilent }, granted, db, now }) =>
    publishDraft(db, granted, { seen, note, isSilent }, now),
})

/** Publishes the draft by itself at a wall time of the conference's clocks, as it is then. */
export const planDraftAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, dayOn: dayField(), time: clockField(), ...publishing }),
  limit: 'writeByAccount',
  run: async ({ input: { conference: _slug, ...plan }, granted, conference: { timeZone }, db, now }) =>
    planDraft(db, granted, { ...plan, timeZone }, now),
})

/** Calls off what is planned, or has seen what came of it. */
export const callOffPlanAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, isEnded: z.boolean() }),
  limit: 'writeByAccount',
  run: async ({ input: { isEnded }, granted, db, now }) => callOffPlan(db, granted, { isEnded }, now),
})

export const ignoreWarningAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, key: warningKeySchema }),
  limit: 'writeByAccount',
  run: async ({ input: { key }, granted, db, now }) => setIgnored(db, granted, { key, isIgnored: true }, now),
})

/** Wants to be told of it again. */
export const heedWarningAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, key: warningKeySchema }),
  limit: 'writeByAccount',
  run: async ({ input: { key }, granted, db, now }) => setIgnored(db, granted, { key, isIgnored: false }, now),
})

export const setAllowsOverlapAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, room: idField(), allowsOverlap: z.boolean() }),
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => setAllowsOverlap(db, granted, input, now),
})

/** When a speaker cannot be there, with what was seen of that: what others said since stays. */
export const setAbsencesAction = conferenceAction('editSchedule', {
  input: z.object({ ...conference, speaker: idField(), absences: absencesSchema, seen: absencesSchema }),
  limit: 'writeByAccount',
  run: async ({ input, granted, db, now }) => setAbsences(db, granted, input, now),
})
