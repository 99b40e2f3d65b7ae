import * as z from 'zod/mini'

const maybe = z.nullable(z.number())
const text = z.string()

/** How one room stands. */
export const roomStateSchema = z.object({
  room: text,
  /** What is on there; null: nothing. */
  session: z.nullable(text),
  capacity: maybe,
  state: z.enum(['open', 'filling', 'nearlyFull', 'full', 'closed', 'unknown']),
  origin: z.nullable(z.enum(['door', 'attendees', 'forecast'])),
  /** An instant. */
  at: z.nullable(text),
  count: maybe,
  voices: z.number(),
  queueMinutes: maybe,
  delayMinutes: maybe,
})

/** The states of a conference's rooms as browsers get them (/c/<slug>/room-states.json). */
export const roomStatesSchema = z.object({
  rooms: z.array(roomStateSchema),
  likelyFull: z.array(z.object({ session: text, expected: z.number(), probability: z.number() })),
  /** Sessions to come that most people go to, most first; servers of before told none. */
  mostPicked: z.optional(z.array(text)),
})

export type RoomStates = z.infer<typeof roomStatesSchema>
export type RoomStateNow = RoomStates['rooms'][number]
