import * as z from 'zod/mini'
import { keepManaged } from './managed'

const TIMEOUT_MS = 15_000

const meSchema = z.object({ viewer: z.nullable(z.object({ id: z.string() })), manages: z.array(z.string()) })

/** Asks the server which conferences whoever is here may manage, and keeps it; without an answer nothing changes. */
export async function askManaged(): Promise<void> {
  try {
    const response = await fetch('/api/v1/me', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
    const { data } = meSchema.safeParse(response.ok ? await response.json() : null)
    if (data) keepManaged(data.viewer?.id ?? '', data.viewer ? data.manages : [])
  } catch {
    // No network: what is known stands.
  }
}
