import { pageAddress } from '@/lib/program/addresses'
import { fileLine, webUri } from './clean'
import type { ExportedProgramme } from './programme'
import { frabDays, type FrabDay, type FrabSlot } from './slots'
import { SOFTWARE, TIMESLOT } from './software'

const SCHEMA = 'https://c3voc.de/schedule/schema.json'
// The schema's own: a zone such as "Etc/GMT-5" is none there.
const ZONE = /^[A-Z][a-z]+\/[A-Z][a-z]+|UTC$/
const SLUG = /^[a-z0-9_-]+[a-z0-9]$/

/** The same as the JSON of frab and pretalx, by the first version of the C3VOC's schema. Null for one without a day. */
export function writeFrabJson(programme: ExportedProgramme): string | null {
  const { conference, publicUrl } = programme
  const days = frabDays(programme)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const pageUrl = `${publicUrl}${pageAddress(conference.slug, 'now')}`
  return JSON.stringify({
    $schema: SCHEMA,
    generator: { ...SOFTWARE, url: publicUrl },
    schedule: {
      version: String(conference.version),
      base_url: pageUrl,
      url: `${pageUrl}/schedule.json`,
      conference: {
        acronym: conference.acronym,
        title: fileLine(conference.name),
        start: first.date,
        end: last.date,
        daysCount: days.length,
        timeslot_duration: TIMESLOT,
        ...(ZONE.test(conference.timeZone) && { time_zone_name: conference.timeZone }),
        url: webUri(conference.url) ?? pageUrl,
        rooms: programme.rooms.map(({ id, slug, name, capacity }) => ({
          name: fileLine(name),
          ...(SLUG.test(slug) && { slug }),
          guid: id,
          capacity,
        })),
        tracks: programme.tracks.map(({ slug, name }) => ({ name: fileLine(name), ...(SLUG.test(slug) && { slug }) })),
        days: days.map(dayOf),
      },
    },
  })
}

function dayOf({ index, date, start, end, rooms }: FrabDay) {
  return {
    index,
    date,
    day_start: start,
    day_end: end,
    rooms: Object.fromEntries(rooms.map(({ name, slots }) => [name, slots.map(eventOf)])),
  }
}

function eventOf({ end, originUrl, description, persons, ...slot }: FrabSlot) {
  return {
    ...slot,
    ...(end && { end }),
    subtitle: null,
    abstract: null,
    description,
    ...(originUrl && { origin_url: originUrl }),
    persons,
  }
}
