import { z } from 'zod'

/** What files of Devoxx' calls for papers hold: a schedule of one generation, or what goes with one. */
export type DevoxxPart =
  | 'cfp-dev'
  | 'cfp-dev-event'
  | 'cfp-devoxx'
  | 'rest-v1'
  | 'presentations'
  | 'speakers'
  | 'rooms'
  | 'talks'
  | 'conferences'

const some = z.string().or(z.number())
const entryParts: [DevoxxPart, z.ZodType][] = [
  ['cfp-dev', z.object({ id: some, fromDate: z.string(), sessionTypeName: z.unknown(), roomName: z.unknown() })],
  ['cfp-dev', z.object({ id: some, fromDate: z.string(), sessionType: z.looseObject({ name: z.string() }) })],
  ['cfp-devoxx', z.object({ slotId: z.string(), roomId: z.string(), fromTimeMillis: z.number() })],
  ['rest-v1', z.object({ id: some, kind: z.string(), fromTime: z.string(), toTime: z.string(), code: z.string() })],
  ['presentations', z.object({ id: some, title: z.string(), speakerUri: z.string(), summary: z.string() })],
  ['speakers', z.object({ id: some, lastName: z.string(), talks: z.array(z.unknown()), imageURI: z.unknown() })],
  ['speakers', z.object({ uuid: z.string(), lastName: z.string(), firstName: z.string() })],
  ['speakers', z.object({ id: some, lastName: z.string(), firstName: z.string(), twitterHandle: z.unknown() })],
  ['talks', z.object({ id: some, title: z.string(), audienceLevel: z.unknown(), speakers: z.array(z.unknown()) })],
  ['conferences', z.object({ id: some, confType: z.string(), cfpEndpoint: z.string() })],
]

const bodyParts: [DevoxxPart, z.ZodType][] = [
  ['speakers', z.object({ uuid: z.string(), lastName: z.string(), firstName: z.string() })],
  [
    'rooms',
    z.object({ rooms: z.tuple([z.object({ id: z.string(), name: z.string(), setup: z.string() })], z.unknown()) }),
  ],
  ['cfp-dev-event', z.object({ slug: z.string(), timezone: z.string(), sessionTypes: z.array(z.unknown()) })],
]

const recorded = z.object({ response: z.object({ jsonBody: z.unknown() }) })
const withSlots = z.object({ slots: z.array(z.unknown()) })

/** What a server answered: a recording of WireMock has it under `response.jsonBody`. */
export function bodyOf(json: unknown): unknown {
  const body = recorded.safeParse(json)
  return body.success ? body.data.response.jsonBody : json
}

/** The entries of a part: the list itself, or what an object calls so. */
export function listOfPart(json: unknown, part: DevoxxPart): { path: string; values: unknown[] } {
  const [body, path] = [bodyOf(json), bodyOf(json) === json ? '' : 'response.jsonBody']
  const inside = path === '' ? '' : `${path}.`
  const slots = withSlots.safeParse(body)
  if (slots.success) return { path: `${inside}slots`, values: slots.data.slots }
  const rooms = z.object({ rooms: z.array(z.unknown()) }).safeParse(body)
  if (part === 'rooms' && rooms.success) return { path: `${inside}rooms`, values: rooms.data.rooms }
  return { path, values: Array.isArray(body) ? body : [body] }
}

/** Which part a file is, by what its entries are; null when it is of another making. */
export function devoxxPartOf(json: unknown): DevoxxPart | null {
  const body = bodyOf(json)
  const slots = withSlots.safeParse(body)
  const values = slots.success ? slots.data.slots : body
  if (!Array.isArray(values)) return bodyParts.find(([, schema]) => schema.safeParse(body).success)?.[0] ?? null
  // A few that are broken do not hide what the others are.
  const sample = values.slice(0, 20)
  return entryParts.find(([, schema]) => sample.some((value) => schema.safeParse(value).success))?.[0] ?? null
}
