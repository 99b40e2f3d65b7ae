import * as z from 'zod/mini'

const whoSchema = z.object({ viewer: z.nullable(z.object({ id: z.string(), blocked: z.optional(z.boolean()) })) })

/** Whoever the server says is signed in. */
export type Who = z.infer<typeof whoSchema>

/** The server's answer to who is signed in; null for what this version cannot read. */
export function readWho(json: unknown): Who | null {
  return whoSchema.safeParse(json).data ?? null
}
