import * as z from 'zod/mini'

/** What members of a group see of each other. In zod's small form, because browsers load it. */
const memberSchema = z.object({
  /** As they chose to be called; null: they chose nothing. */
  name: z.nullable(z.string()),
  isMe: z.boolean(),
  /** For putting them out: told to the group's keeper alone, and not of themselves. */
  id: z.optional(z.string()),
  /** Ids of the sessions that they go to… */
  first: z.array(z.string()),
  /** …and of those they would go to else. */
  planB: z.array(z.string()),
})
const groupSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** A link lets others in. */ isOpen: z.boolean(),
  members: z.array(memberSchema),
})

export const togetherSchema = z.object({ groups: z.array(groupSchema) })

export type Together = z.infer<typeof togetherSchema>
export type Group = Together['groups'][number]
export type Member = Group['members'][number]
