import { SaxesParser } from 'saxes'
import { z } from 'zod'

// What the C3VOC's schemas demand of the files that we write, in words of our own: theirs may not be shipped
// (c3voc-schemas.ts). Ids are unique in a file, which their JSON schema does not ask for, and clients rely on.

const uuid = z.string().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i)
const acronym = z.string().regex(/^[a-z0-9_-][a-z0-9_]{3,}$/)
const zoned = z.iso.datetime({ offset: true, local: false }).regex(/[+-]\d{2}:\d{2}$/)
const start = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const duration = z.string().regex(/^\d{2}:[0-5]\d$/)
const slug = z.string().regex(/^[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]$/)
const code = z.string().regex(/^[0-9A-Z]{6}$/)
const uri = z.string().regex(/^https?:\/\/[\w\-.:[\]]+([/?#]([\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)*$/i)
/** What both forms can say. */
const text = z.string().refine((value) => !/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/u.test(value))

const link = z.strictObject({ url: uri, title: text, type: z.enum(['media', 'slides']) })
const jsonEvent = z.strictObject({
  ...{ id: z.int().positive(), guid: uuid, code, slug, url: uri, origin_url: uri.optional() },
  ...{ date: zoned, end: zoned.optional(), start, duration, room: text, title: text, type: text },
  ...{ subtitle: z.null(), abstract: z.null(), description: text.nullable() },
  ...{ track: text.nullable(), language: text.nullable() },
  persons: z.array(z.strictObject({ guid: uuid, name: text, biography: text.nullable(), url: uri })),
  ...{ links: z.array(link), attachments: z.array(link) },
})
const named = {
  name: text,
  slug: z
    .string()
    .regex(/^[a-z0-9_-]+[a-z0-9]$/)
    .optional(),
}

const frabJsonContract = z.strictObject({
  $schema: z.literal('https://c3voc.de/schedule/schema.json'),
  generator: z.strictObject({ name: text, version: text, url: uri }),
  schedule: z.strictObject({
    ...{ version: text, base_url: uri, url: uri },
    conference: z.strictObject({
      ...{ acronym, title: text, start: z.iso.date(), end: z.iso.date(), daysCount: z.int() },
      ...{ timeslot_duration: duration, time_zone_name: text.optional(), url: uri },
      rooms: z.array(z.strictObject({ ...named, guid: uuid, capacity: z.number().nullable() })),
      tracks: z.array(z.strictObject(named)),
      days: z.array(
        z.strictObject({
          ...{ index: z.int().positive(), date: z.iso.date(), day_start: zoned, day_end: zoned },
          rooms: z.record(text, z.array(jsonEvent)),
        }),
      ),
    }),
  }),
})

/** What is wrong with a frab JSON. */
export function faultsOfJson(json: string): string[] {
  const { data, error } = frabJsonContract.safeParse(JSON.parse(json))
  if (!data) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const { days } = data.schedule.conference
  return repeated(days.flatMap(({ rooms }) => Object.values(rooms).flat()))
}

/** An element as it is held against the contract: attributes as "@name", elements that may come often as lists. */
type Tree = { [name: string]: string | Tree[] | undefined }

const one = <Value extends z.ZodType>(value: Value) => z.tuple([value])
const oneText = one(z.strictObject({ '#': text }))
const oneOf = <Value extends z.ZodType>(value: Value) => one(z.strictObject({ '#': value }))
const listed = (name: string, entry: z.ZodType) => one(z.strictObject({ '#': text, [name]: z.array(entry).optional() }))
const link2 = z.strictObject({ '@href': uri, '@type': text, '#': text })
const xmlEvent = z.strictObject({
  ...{ '@id': z.string().regex(/^[1-9]\d*$/), '@guid': uuid, '@code': code, '#': text },
  ...{ date: oneOf(zoned), start: oneOf(start), duration: oneOf(duration), room: oneText, title: oneText },
  ...{ slug: oneOf(slug), url: oneOf(uri), origin_url: oneOf(uri).optional(), subtitle: oneText, track: oneText },
  ...{ type: oneText, language: oneText.optional(), abstract: oneText, description: oneText },
  persons: listed('person', z.strictObject({ '@guid': uuid, '#': text })),
  ...{ links: listed('link', link2), attachments: listed('attachment', link2) },
})
const xmlRoom = z.strictObject({ '@name': text, '@guid': uuid.optional(), '#': text, event: z.array(xmlEvent) })
const xmlDay = z.strictObject({
  ...{ '@index': z.string().regex(/^[1-9]\d*$/), '@date': z.iso.date(), '@start': zoned, '@end': zoned, '#': text },
  room: z.array(xmlRoom).optional(),
})
const xmlTrack = z.strictObject({
  '@name': text,
  '@slug': z
    .string()
    .regex(/^[a-z][a-z0-9-]+$/)
    .optional(),
  '#': text,
})
const xmlContract = z.strictObject({
  '#': text,
  generator: one(z.strictObject({ '@name': text, '@system': text, '@version': text, '#': text })),
  ...{ url: oneOf(uri), version: oneText },
  conference: one(
    z.strictObject({
      ...{ '#': text, title: oneText, acronym: oneOf(acronym), start: oneOf(z.iso.date()), end: oneOf(z.iso.date()) },
      ...{ days: oneText, timeslot_duration: oneOf(duration), base_url: oneOf(uri), url: oneOf(uri) },
      ...{ time_zone_name: oneText, track: z.array(xmlTrack).optional() },
    }),
  ),
  day: z.array(xmlDay).min(1),
})

/** What is wrong with a frab XML. @throws {Error} where it is no XML */
export function faultsOfXml(xml: string): string[] {
  const { data, error } = xmlContract.safeParse(treeOf(xml))
  if (!data) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const events = data.day.flatMap(({ room = [] }) => room.flatMap(({ event }) => event))
  return repeated(
    events.map((event) => ({ ...slugIn(event), id: event['@id'], guid: event['@guid'], code: event['@code'] })),
  )
}

function slugIn({ slug }: z.output<typeof xmlEvent>) {
  return { slug: slug[0]['#'] }
}

function repeated(events: { id: unknown; guid: unknown; code: unknown; slug: unknown }[]): string[] {
  return (['id', 'guid', 'code', 'slug'] as const).filter(
    (key) => new Set(events.map((event) => event[key])).size < events.length,
  )
}

function treeOf(xml: string): Tree {
  const parser = new SaxesParser()
  const open: { name: string; tree: Tree; text: string }[] = [{ name: '', tree: {}, text: '' }]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const tree = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`@${key}`, value]))
    open.push({ name, tree, text: '' })
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => {
    const [closed, around] = [open.pop(), open.at(-1)]
    if (!closed || !around) return
    closed.tree['#'] = closed.text
    const siblings = around.tree[closed.name]
    around.tree[closed.name] = [...(Array.isArray(siblings) ? siblings : []), closed.tree]
  })
  parser.write(xml).close()
  const root = open[0]?.tree.schedule
  return (Array.isArray(root) && root[0]) || {}
}
