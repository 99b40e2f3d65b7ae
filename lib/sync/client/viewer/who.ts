import * as z from 'zod/mini'

const whoSchema = z.object({ viewer: z.nullable(z.object({ id: z.string() })) })

/** The server's answer to who is signed in; null for what this version cannot read. */
export function readWho(json: unknown): { viewer: { id: string } | null } | null {
  return whoSchema.safeParse(json).data ?? null
}
