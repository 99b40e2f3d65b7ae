import { tzOffset } from '@date-fns/tz'
import { shorten } from '@/lib/platform/clean-text'
import { isTimeZone } from '@/lib/platform/time'
import { limits } from '@/lib/program/program'
import type { Inspection } from '../reading/adapter'
import { plainLine } from '../reading/plain-text'
import type { FrabSchedule } from './schedule'

export const unnamed: Inspection = { title: null, siteKey: null, timeZone: null }

/** What a schedule says of its conference. */
export function conferenceHead(schedule: FrabSchedule): Inspection {
  const line = (text: string | null) => shorten(plainLine(text ?? ''), limits.name) || null
  return { title: line(schedule.title), siteKey: line(schedule.acronym), timeZone: zoneOf(schedule) }
}

/**
 * The conference's zone as the schedule names it; null when it names none, one that nobody knows, or one in which its
 * first event's own offset never is: an installation that was left at "UTC".
 */
function zoneOf({ timeZoneName, events }: Pick<FrabSchedule, 'timeZoneName' | 'events'>): string | null {
  const name = timeZoneName?.trim() ?? ''
  if (name === '' || !isTimeZone(name)) return null
  const date = events.find((event) => event.date)?.date?.trim() ?? ''
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(date) ?? []
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  // Some write every instant in UTC: that says nothing.
  if (!offset || !date.includes('T')) return name
  return tzOffset(name, new Date(date)) === offset ? name : null
}
