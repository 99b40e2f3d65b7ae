import XmlBuilder from 'fast-xml-builder'
import { pageAddress } from '@/lib/program/addresses'
import { fileLine, webUri } from './clean'
import { SOFTWARE, TIMESLOT } from './software'
import type { ExportedProgramme } from './programme'
import { frabDays, type FrabDay, type SlotLink, type FrabSlot } from './slots'

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  format: true,
  indentBy: ' ',
})

/**
 * A programme as the XML of frab, Pentabarf and pretalx, by the schema of the C3VOC: what has a time. Null for one
 * without a day.
 */
export function writeFrabXml(programme: ExportedProgramme): string | null {
  const { conference, publicUrl } = programme
  const days = frabDays(programme)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const pageUrl = `${publicUrl}${pageAddress(conference.slug, 'now')}`
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    schedule: {
      generator: { '@name': SOFTWARE.name, '@system': new URL(publicUrl).host, '@version': SOFTWARE.version },
      url: `${pageUrl}/schedule.xml`,
      version: String(conference.version),
      conference: {
        title: fileLine(conference.name),
        acronym: conference.acronym,
        start: first.date,
        end: last.date,
        days: days.length,
        timeslot_duration: TIMESLOT,
        base_url: pageUrl,
        url: webUri(conference.url) ?? pageUrl,
        time_zone_name: conference.timeZone,
        track: programme.tracks.map(({ slug, name }) => ({
          '@name': fileLine(name),
          // It begins with a letter there.
          ...(/^[a-z][a-z0-9-]+$/.test(slug) && { '@slug': slug }),
        })),
      },
      day: days.map(dayOf),
    },
  })
}

function dayOf({ index, date, start, end, rooms }: FrabDay) {
  return {
    '@index': index,
    '@date': date,
    '@start': start,
    '@end': end,
    room: rooms.map(({ name, guid, slots }) => ({
      '@name': name,
      ...(guid && { '@guid': guid }),
      event: slots.map(eventOf),
    })),
  }
}

function eventOf({ id, guid, code, ...slot }: FrabSlot) {
  return {
    '@id': id,
    '@guid': guid,
    '@code': code,
    date: slot.date,
    start: slot.start,
    duration: slot.duration,
    room: slot.room,
    slug: slot.slug,
    url: slot.url,
    ...(slot.originUrl && { origin_url: slot.originUrl }),
    title: slot.title,
    subtitle: '',
    track: slot.track ?? '',
    type: slot.type,
    ...(slot.language && { language: slot.language }),
    abstract: '',
    description: slot.description ?? '',
    persons: { person: slot.persons.map(({ guid, name }) => ({ '@guid': guid, '#': name })) },
    links: { link: slot.links.map(linkOf) },
    attachments: { attachment: slot.attachments.map(linkOf) },
  }
}

function linkOf({ url, title, type }: SlotLink) {
  return { '@href': url, '@type': type, '#': title }
}
