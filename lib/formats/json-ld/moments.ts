import { MINUTE_MS, instantOf } from '@/lib/platform/time'
import type { ProgramDraft } from '../reading/program-draft'
import { tellClockChange } from '../reading/clock-changes'

/** A day, and the instant on it; null: the day alone is known. */
export type IsoMoment = { dayOn: string; at: Date | null }

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * A date of ISO 8601, as it stands, or null.
 * @param timeZone of a time without an offset
 */
export function isoMoment(
  text: string,
  path: string,
  { timeZone, addProblem }: { timeZone: string; addProblem: ProgramDraft['addProblem'] },
): IsoMoment | null {
  const [, dayOn, clock, offset] = ISO.exec(text.trim()) ?? []
  if (dayOn === undefined || Number.isNaN(Date.parse(dayOn))) return null
  if (clock === undefined) return { dayOn, at: null }
  const wall = `${dayOn}T${clock.padStart(clock.includes(':', 3) ? 8 : 5, '0')}`
  if (offset === undefined) {
    const clocks = (time: string) => instantOf(time, timeZone)
    tellClockChange(wall, clocks, path, addProblem)
    const at = clocks(wall)
    return at && { dayOn, at }
  }
  const zone = /^z$/i.test(offset)
    ? 'Z'
    : offset.replace(/^(...):?(..)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`)
  const at = new Date(`${wall}${zone}`)
  return Number.isNaN(at.getTime()) ? null : { dayOn, at }
}

/** The length that "PT1H30M" or "PT45M" says, in milliseconds; null when it says none. */
export function isoDuration(text: string): number | null {
  const [, days = 0, hours = 0, minutes = 0] =
    /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?(?:\d+S)?$/i.exec(text.trim()) ?? []
  const length = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * MINUTE_MS
  return length > 0 ? length : null
}
