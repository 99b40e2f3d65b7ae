import ICAL from 'ical.js'
import { findIana } from 'windows-iana'
import { isTimeZone, MINUTE_MS, instantOf } from '@/lib/platform/time'

/** The instant of a wall time, "2027-07-08T10:20:00", on some clocks. */
export type WallClock = (wall: string) => Date | null

/**
 * The clocks that a calendar's TZIDs name. A place ("Europe/Paris") is what it is everywhere; any other name is what
 * the file says of it in a VTIMEZONE (a "GMT" may have summers), else Microsoft's name for a zone, a zone's short name,
 * a city's, or an offset. A place's own VTIMEZONE is not asked: where the two differ, it is mostly cut down to one half
 * of the year.
 * @param zones the lines of each VTIMEZONE
 * @returns null for a name that says nothing
 */
export function clocksOf(zones: string[][]): (tzid: string) => WallClock | null {
  const made = new Map<string, WallClock | null>()
  return (tzid) => {
    const known = made.get(tzid)
    if (known !== undefined) return known
    const found = makeClocks(tzid, zones)
    const clocks = found && remembering(found)
    made.set(tzid, clocks)
    return clocks
  }
}

/** As many times as a conference has, and not a hostile file's. */
const MOST_REMEMBERED = 5_000

/** The same clocks, asked once for each time: a conference's sessions begin and end together. */
export function remembering(clocks: WallClock): WallClock {
  const known = new Map<string, Date | null>()
  return (wall) => {
    const found = known.get(wall)
    if (found !== undefined) return found
    const at = clocks(wall)
    if (known.size < MOST_REMEMBERED) known.set(wall, at)
    return at
  }
}

function makeClocks(tzid: string, zones: string[][]): WallClock | null {
  const place = placeIn(tzid)
  if (place) return (wall) => instantOf(wall, place)
  const own = zones.find((lines) =>
    lines.some((line) => /^TZID[:;]/i.test(line) && line.replace(/^[^:]*:/, '').trim() === tzid),
  )
  const offset = own && offsetOf(own, tzid)
  if (offset) return (wall) => new Date(Date.parse(`${wall}Z`) - offset(wall))
  const named = zoneNamed(tzid)
  return named === null ? fixedClocks(tzid) : (wall) => instantOf(wall, named)
}

/**
 * The IANA zone that a TZID names: a place, one of Microsoft's names for a zone, a zone's short name, or the first city
 * of "(GMT+10:00) Canberra, Melbourne, Sydney"; null for another.
 */
export function zoneNamed(tzid: string): string | null {
  const place = placeIn(tzid)
  if (place) return place
  const name = tzid.replace(/^\([^)]*\)\s*/, '')
  const american = /^(Eastern|Central|Mountain|Pacific) Time \(US (?:&|and) Canada\)/.exec(name)
  const [named = name] = findIana(american ? `${american[1]} Standard Time` : name)
  return isTimeZone(named) ? named : zoneOfCity(name)
}

/** The place at the end of a TZID: "/example.org/20310101_1/Europe/Berlin". */
function placeIn(tzid: string): string | null {
  const parts = tzid.split('/')
  return (
    [3, 2].map((count) => parts.slice(-count).join('/')).find((name) => name.includes('/') && isTimeZone(name)) ?? null
  )
}

function zoneOfCity(list: string): string | null {
  const places = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.replace(/^.*\//, ''), zone]))
  const cities = list.split(/,\s*/).slice(0, 20)
  return cities.flatMap((city) => places.get(city.trim().replace(/ /g, '_')) ?? [])[0] ?? null
}

/** Clocks that say nothing but how far they are ahead: "(GMT +01:00)". */
function fixedClocks(tzid: string): WallClock | null {
  const [, sign, hours = '', minutes = '0'] = /^\(?(?:GMT|UTC)\s*([+-])(\d{1,2}):?(\d{2})?\)?$/i.exec(tzid.trim()) ?? []
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
  if (!sign || ahead > FURTHEST_MS) return null
  return (wall) => new Date(Date.parse(`${wall}Z`) - (sign === '-' ? -ahead : ahead))
}

/** No clocks are further from UTC. */
const FURTHEST_MS = 15 * 60 * MINUTE_MS

/** How many milliseconds the zone's clocks are ahead at a wall time; null for one that cannot be read. */
function offsetOf(lines: string[], tzid: string): ((wall: string) => number) | null {
  try {
    const component = new ICAL.Component(ICAL.parse(lines.join('\r\n')))
    component.getAllSubcomponents().forEach(spellOut)
    const zone = new ICAL.Timezone({ component, tzid })
    const at = (wall: string) => zone.utcOffset(ICAL.Time.fromString(wall, null)) * 1000
    return Math.abs(at('2027-01-01T00:00:00')) <= FURTHEST_MS ? at : null
  } catch {
    // ical.js throws for what it cannot read, its only way to say so.
    return null
  }
}

/** ical.js takes of each RDATE the first value, and for them leaves out when an observance began. */
function spellOut(observance: ICAL.Component): void {
  const dates = observance.getAllProperties('rdate').flatMap((property) => property.getValues())
  if (dates.length === 0) return
  observance.removeAllProperties('rdate')
  for (const date of [observance.getFirstPropertyValue('dtstart'), ...dates])
    if (date instanceof ICAL.Time) observance.addPropertyWithValue('rdate', date)
}
