import { z } from 'zod'
import { planRefusals } from '@/lib/schedule/building/plan-limits'

const answerSchema = z.union([
  z.object({ ok: z.literal(true), floor: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(planRefusals) }),
  z.object({ error: z.string() }).transform(({ error }) => ({ ok: false as const, reason: error })),
])

/**
 * Sends the picture of a plan: of a floor, or of a new one with this name.
 * @returns the floor's id, or why it is not taken; UNAVAILABLE where no server answered
 */
export async function sendPlan(
  of: { conference: string } & ({ floor: string } | { name: string }),
  picture: Blob,
): Promise<{ ok: true; floor: string } | { ok: false; reason: string }> {
  const address = `/api/v1/floor-plans?${new URLSearchParams(of)}`
  const headers = { 'content-type': picture.type || 'application/octet-stream' }
  const answer: unknown = await fetch(address, { method: 'POST', body: picture, headers })
    .then((response) => response.json())
    .catch(() => null)
  return answerSchema.safeParse(answer).data ?? { ok: false, reason: 'UNAVAILABLE' }
}
