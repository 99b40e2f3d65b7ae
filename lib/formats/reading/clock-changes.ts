import { MINUTE_MS } from '@/lib/platform/time'
import type { ProgramDraft } from './program-draft'

/** Clocks change by an hour, on Lord Howe by half of one. */
const CHANGES_MS = [60 * MINUTE_MS, 30 * MINUTE_MS]

/**
 * Tells of a wall time that a change of clocks skips or shows twice, and what was made of it; of any other nothing.
 * @param wall "YYYY-MM-DDTHH:MM" with optional seconds; a space may stand for the T
 * @param clocks which give the instant of a wall time
 */
export function tellClockChange(
  wall: string,
  clocks: (wall: string) => Date | null,
  path: string,
  addProblem: ProgramDraft['addProblem'],
): void {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(wall) ?? []
  const utc = Date.parse(`${date}T${time}Z`)
  if (Number.isNaN(utc)) return
  for (const change of CHANGES_MS) {
    const later = new Date(utc + change).toISOString().slice(0, 16)
    const apart = (clocks(`${later}:00`)?.getTime() ?? Number.NaN) - (clocks(`${date}T${time}:00`)?.getTime() ?? 0)
    if (apart === 0) addProblem('warning', path, 'time-skipped', `${date} ${time} → ${later.slice(11)}`)
    if (apart === 2 * change) addProblem('warning', path, 'time-twice', `${date} ${time}`)
  }
}
