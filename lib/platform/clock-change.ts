import { MINUTE_MS } from './time'

/** Clocks change by an hour, on Lord Howe by half of one. */
const CHANGES_MS = [60 * MINUTE_MS, 30 * MINUTE_MS]

/**
 * What a change of clocks makes of a wall time: it never comes, and is read as a later one, "HH:MM"; or it comes twice,
 * of which the first is meant, again after so long.
 */
export type ClockChange = { kind: 'skipped'; readAs: string } | { kind: 'twice'; apartMs: number }

/**
 * What a change of clocks makes of this wall time; null: it comes once.
 * @param wall "YYYY-MM-DDTHH:MM" with optional seconds; a space may stand for the T
 * @param clocks which give the instant of a wall time, as `instantOf` does
 */
export function clockChangeAt(wall: string, clocks: (wall: string) => Date | null): ClockChange | null {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(wall) ?? []
  const utc = Date.parse(`${date}T${time}Z`)
  if (Number.isNaN(utc)) return null
  for (const change of CHANGES_MS) {
    const later = new Date(utc + change).toISOString().slice(0, 16)
    const apart = (clocks(`${later}:00`)?.getTime() ?? Number.NaN) - (clocks(`${date}T${time}:00`)?.getTime() ?? 0)
    if (apart === 0) return { kind: 'skipped', readAs: later.slice(11) }
    if (apart === 2 * change) return { kind: 'twice', apartMs: change }
  }
  return null
}
