import * as z from 'zod/mini'
import { photoRefusals, type PhotoRefusal } from '@/lib/notes/pictures/photo-limits'
import { reasonOf, type Failure } from '@/lib/sync/client/exchange/transport'

/**
 * What became of sending a photo's bytes: taken, not this time, or not ever. `broken`: the server is well but breaks
 * over it. `NOT_FOUND`: it was deleted meanwhile, or its id is another's.
 */
export type PhotoSent =
  | { ok: true }
  | { ok: false; reason: Failure | 'broken' }
  | { ok: false; refused: PhotoRefusal | 'NOT_FOUND' }

const sentSchema = z.object({ id: z.string() })
const refusedSchema = z.object({ error: z.string(), reason: z.optional(z.enum(photoRefusals)) })

// A picture over the last bar of a hall's network; nothing else waits for it.
const TIMEOUT_MS = 90_000

/** Sends the bytes of one photo of a person's. */
export async function sendPhoto(person: string, id: string, blob: Blob): Promise<PhotoSent> {
  try {
    const response = await fetch(`/api/v1/photos/${id}?person=${person}`, {
      method: 'PUT',
      body: blob,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const reason = response.ok ? 'failed' : reasonOf(response.status)
    if (reason === 'signed-out') return { ok: false, reason }
    const answer: unknown = await response.json().catch(() => null)
    // A venue's sign-in page answers 200, too: only our own words count.
    if (response.ok)
      return sentSchema.safeParse(answer).data?.id === id ? { ok: true } : { ok: false, reason: 'failed' }
    const { data } = refusedSchema.safeParse(answer)
    const refused = data?.reason ?? (data?.error === 'NOT_FOUND' ? data.error : undefined)
    if (refused) return { ok: false, refused }
    if (reason === 'too-large') return { ok: false, refused: 'tooLarge' }
    return { ok: false, reason: reason === 'broken' && !(await isServerWell()) ? 'failed' : reason }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}

const healthSchema = z.object({ status: z.literal('ok') })

/** What stands between us and the server (a hall's sign-in page) answers this otherwise, too. */
async function isServerWell(): Promise<boolean> {
  const response = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
  return response.ok && healthSchema.safeParse(await response.json()).success
}

/** The bytes of a photo from the server; null when they cannot be had now. */
export async function fetchPhoto(id: string): Promise<Blob | null> {
  try {
    const response = await fetch(`/api/v1/photos/${id}`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    return response.ok && response.headers.get('content-type')?.startsWith('image/') ? await response.blob() : null
  } catch {
    return null
  }
}
