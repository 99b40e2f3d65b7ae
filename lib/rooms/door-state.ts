import * as z from 'zod/mini'

const maybe = z.nullable(z.number())

/** What a steward's phone is told of its room. Apart from door.ts and in zod's small form, because browsers load it. */
export const doorSchema = z.object({
  session: z.nullable(z.object({ title: z.string(), startAt: z.string(), endAt: z.nullable(z.string()) })),
  capacity: maybe,
  state: z.enum(['open', 'filling', 'nearlyFull', 'full', 'closed', 'unknown']),
  count: maybe,
  queueMinutes: maybe,
  delayMinutes: maybe,
})

export type DoorState = z.infer<typeof doorSchema>
