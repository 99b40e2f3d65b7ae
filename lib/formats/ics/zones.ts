import ICAL from 'ical.js'
import { findIana } from 'windows-iana'
import { isTimeZone, MINUTE_MS, instantOf } from '@/lib/platform/time'

/** The instant of a wall time, "2027-07-08T10:20:00", on some clocks. */
export type WallClock = (wall: string) => Date | null

/**
 * The clocks that a calendar's TZIDs name. A place ("Europe/Paris") is what it is everywhere; any other name is what
 * the file says of it in a VTIMEZONE (a "GMT" may have summers), else Microsoft's name for a zone, else a zone's short
 * name.
 * @param zones the lines of each VTIMEZONE
 * @returns null for a name that says nothing
 */
export function clocksOf(zones: string[][]): (tzid: string) => WallClock | null {
  const made = new Map<string, WallClock | null>()
  return (tzid) => {
    const known = made.get(tzid)
    if (known !== undefined) return known
    const clocks = makeClocks(tzid, zones)
    made.set(tzid, clocks)
    return clocks
  }
}

function makeClocks(tzid: string, zones: string[][]): WallClock | null {
  const [place] = /[A-Z][\w+-]*\/[\w+/-]+$/.exec(tzid) ?? []
  if (place && isTimeZone(place)) return (wall) => instantOf(wall, place)
  const own = zones.find((lines) =>
    lines.some((line) => /^TZID[:;]/i.test(line) && line.replace(/^[^:]*:/, '').trim() === tzid),
  )
  const offset = own && offsetOf(own, tzid)
  if (offset) return (wall) => new Date(Date.parse(`${wall}Z`) - offset(wall))
  const [named = tzid] = findIana(tzid.replace(/^\(.*\)\s*/, ''))
  return isTimeZone(named) ? (wall) => instantOf(wall, named) : null
}

/** How many milliseconds the zone's clocks are ahead at a wall time; null for one that cannot be read. */
function offsetOf(lines: string[], tzid: string): ((wall: string) => number) | null {
  try {
    const zone = new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(lines.join('\r\n'))), tzid })
    const at = (wall: string) => zone.utcOffset(ICAL.Time.fromString(wall, null)) * 1000
    return Math.abs(at('2027-01-01T00:00:00')) <= 15 * 60 * MINUTE_MS ? at : null
  } catch {
    // ical.js throws for what it cannot read, its only way to say so.
    return null
  }
}
