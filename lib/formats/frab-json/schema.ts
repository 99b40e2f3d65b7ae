import { z } from 'zod'
import { textField } from '@/lib/platform/fields'

/**
 * What c3voc's JSON holds of a conference and its events, in both versions, read with patience: a field of another kind
 * than expected is as good as absent, unless a session hangs on it.
 */

const word = z.union([textField(), z.number().transform(String)])
const text = word
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() || null)
// Version 2 may have a text for each language: English first, else whichever comes first.
const prose = z
  .union([word, z.record(textField(), textField()).transform((texts) => texts.en ?? Object.values(texts)[0])])
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() || null)
const list = z.array(z.unknown()).nullish().catch(null)
/** More than any schedule has; a hostile file has more. */
const most = { days: 100, inEvent: 500, inAll: 20_000 }
const entriesOf = <Entry extends z.ZodType>(entry: Entry, longest: number) =>
  list.transform((values) => (values ?? []).slice(0, longest).flatMap((value) => entry.safeParse(value).data ?? []))

const person = z.union([
  textField().transform((name) => ({ key: null, name, biography: null })),
  z
    .object({ guid: text, id: text, code: text, public_name: text, name: text, biography: prose })
    .transform(({ guid, id, code, public_name, name, biography }) => ({
      key: guid ?? id ?? code,
      name: public_name ?? name,
      biography,
    })),
])

const link = z
  .object({ url: text, href: text, title: prose, type: text })
  .transform(({ url, href, title, type }) => ({ href: url ?? href ?? '', title: title ?? '', type: type ?? '' }))

const named = z.union([
  word.transform((name) => ({ name, slug: null, guid: null })),
  z.object({ name: text, slug: text, guid: text }),
])

/** An event; what a session cannot be without is checked. */
export const frabEventSchema = z.object({
  guid: text,
  id: text,
  title: word.nullish().transform((value) => value ?? null),
  date: textField()
    .nullish()
    .transform((value) => value ?? null),
  start: textField()
    .nullish()
    .transform((value) => value ?? null),
  end: text,
  duration: text,
  room: named.nullish().catch(null),
  subtitle: prose,
  abstract: prose,
  description: prose,
  track: named.nullish().catch(null),
  type: text,
  language: text,
  state: text,
  url: text,
  origin_url: text,
  video_download_url: text,
  persons: entriesOf(person, most.inEvent),
  participants: entriesOf(person, most.inEvent),
  links: entriesOf(link, most.inEvent),
  attachments: entriesOf(link, most.inEvent),
})

const room = z.object({
  name: text,
  guid: text,
  capacity: z.number().int().positive().nullish().catch(null),
})

const day = z
  .object({
    date: text,
    start: text,
    end: text,
    rooms: z.record(textField(), z.unknown()).nullish().catch(null),
  })
  .catch({ date: null, start: null, end: null, rooms: null })

/** The whole: version 1 has its events under days and rooms, version 2 beside the conference. */
export const scheduleSchema = z.object({
  schedule: z.object({
    base_url: text,
    rooms: entriesOf(room, most.inAll),
    persons: entriesOf(person, most.inAll),
    events: list,
    conference: z.object({
      title: text,
      acronym: text,
      time_zone_name: text,
      rooms: entriesOf(room, most.inAll),
      tracks: entriesOf(z.object({ name: prose, slug: text }), most.inAll),
      days: z.array(z.unknown()).transform((days) => days.slice(0, most.days).map((value) => day.parse(value))),
    }),
  }),
})
export type JsonSchedule = z.output<typeof scheduleSchema>['schedule']
