import { z } from 'zod'
import { shorten } from '@/lib/platform/clean-text'
import { isTimeZone } from '@/lib/platform/time'
import { limits } from '@/lib/program/program'
import { jsonList, jsonText } from '../json/fields'

// Which of Conference Hall's exports a file is. Only the schedule's has times.

const scheduleSchema = z.object({
  name: jsonText.catch(null),
  days: jsonList(z.unknown()).catch([]),
  timeZone: jsonText.catch(null),
  sessions: z.array(z.unknown()),
})
const proposalsSchema = z.object({ proposals: z.array(z.unknown()).min(1) })
const legacySchema = z.object({ talks: z.array(z.unknown()).min(1), speakers: z.array(z.unknown()) })

/** The export of a schedule. */
export type ScheduleExport = z.output<typeof scheduleSchema>
export type ConferenceHallExport =
  | { part: 'schedule'; schedule: ScheduleExport }
  | { part: 'proposals'; /** How many. */ count: number }

/** Which export a file's JSON is; null for none. */
export function exportOf(json: unknown): ConferenceHallExport | null {
  const schedule = scheduleSchema.safeParse(json).data
  if (schedule && isSchedule(schedule)) return { part: 'schedule', schedule }
  const { proposals } = proposalsSchema.safeParse(json).data ?? {}
  if (proposals?.some((proposal) => has(proposal, 'deliberationStatus') || hasAll(proposal, ['abstract', 'formats'])))
    return { part: 'proposals', count: proposals.length }
  const { talks } = legacySchema.safeParse(json).data ?? {}
  if (talks?.some((talk) => hasAll(talk, ['state', 'abstract', 'formats'])))
    return { part: 'proposals', count: talks.length }
  return null
}

/** The zone that an export names, if there is one of that name. */
export function zoneOf({ timeZone }: ScheduleExport): string | null {
  return timeZone !== null && isTimeZone(timeZone) ? timeZone : null
}

/** What the schedule is called, less the word that says what it is: "DevQuest 2026 schedule". */
export function titleOf({ name }: ScheduleExport): string | null {
  const title = (name ?? '').replace(/^main schedule$|\s*\b(?:schedule|planning|programme)$/i, '')
  return shorten(title, limits.name).trim() || null
}

function isSchedule({ sessions, days, timeZone }: ScheduleExport): boolean {
  return sessions.length === 0
    ? days.length > 0 && timeZone !== null
    : sessions.some((session) => hasAll(session, ['track', 'start', 'proposal']))
}

function hasAll(value: unknown, keys: string[]): boolean {
  return keys.every((key) => has(value, key))
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}
