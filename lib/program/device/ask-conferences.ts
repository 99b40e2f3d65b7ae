import * as z from 'zod/mini'

const TIMEOUT_MS = 15_000

const listSchema = z.object({ conferences: z.array(z.object({ slug: z.string(), name: z.string() })) })

export type ListedConference = { slug: string; name: string }

/** The conferences that the server shows to whoever is here; none where it does not answer. */
export async function askConferences(): Promise<ListedConference[]> {
  try {
    const response = await fetch('/api/v1/conferences', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
    const { data } = listSchema.safeParse(response.ok ? await response.json() : null)
    return data?.conferences ?? []
  } catch {
    return []
  }
}
