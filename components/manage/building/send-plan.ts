import { z } from 'zod'
import { MOST_GIVEN_BYTES, planRefusals } from '@/lib/schedule/building/plan-limits'

const answerSchema = z.union([
  z.object({ ok: z.literal(true), floor: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum([...planRefusals, 'TOO_LARGE']) }),
  z.object({ error: z.string() }).transform(({ error }) => ({ ok: false as const, reason: error })),
])

const tooLarge = { ok: false, reason: 'TOO_LARGE' } as const

/**
 * Sends the picture of a plan: of a floor, or of a new one with this name.
 * @returns the floor's id, or why it is not taken: TOO_LARGE before it is sent, UNAVAILABLE where no server answered
 */
export async function sendPlan(
  of: { conference: string } & ({ floor: string } | { name: string }),
  picture: Blob,
  signal: AbortSignal,
): Promise<{ ok: true; floor: string } | { ok: false; reason: string }> {
  // A server that refuses it while it is still coming is heard by no browser until all of it is sent.
  if (picture.size > MOST_GIVEN_BYTES) return tooLarge
  const address = `/api/v1/floor-plans?${new URLSearchParams(of)}`
  const headers = { 'content-type': picture.type || 'application/octet-stream' }
  const answer: unknown = await fetch(address, { method: 'POST', body: picture, headers, signal })
    // What stands before the server may refuse it, too, in words of its own.
    .then((response) => (response.status === 413 ? tooLarge : response.json()))
    .catch(() => null)
  return answerSchema.safeParse(answer).data ?? { ok: false, reason: 'UNAVAILABLE' }
}
