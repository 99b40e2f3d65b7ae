import { doorSchema, type DoorState } from '@/lib/rooms/door-state'
import type { StewardQueue } from '@/lib/rooms/steward-queue'
import { reportOf, type Tap } from '@/lib/rooms/steward-taps'
import { reasonOf } from '@/lib/sync/client/exchange/transport'

/** How the room stands at the server; or that it did not answer; or that the link was revoked. */
export type Exchanged = DoorState | 'failed' | 'revoked'

const TIMEOUT_MS = 10_000
// The server takes 500 at once; a small body gets through where the network keeps breaking off.
const AT_ONCE = 200

/**
 * Sends all taps that wait, in their order. What the server breaks over, or does not understand, is taken apart until
 * the tap is found that does it: that one waits for the next round, or is given up, and the others go on.
 */
export async function sendTaps(token: string, queue: StewardQueue): Promise<Exchanged> {
  const broken = new Set<number>()
  let most = AT_ONCE
  let door: Exchanged | null = null
  for (;;) {
    const taken = await queue.take(most, broken)
    if (taken.length === 0) return door ?? asDoor(await ask(token, []))
    const reply = await ask(token, taken)
    if (typeof reply === 'object') {
      await queue.settle(taken)
      door = reply
      most = AT_ONCE
    } else if (reply !== 'broken') return reply
    else if (taken.length > 1) most = Math.ceil(taken.length / 2)
    else {
      // A wall in between (a hall's sign-in page, a proxy without its server) says the same to whoever only asks.
      door = asDoor(await ask(token, []))
      if (typeof door === 'string') return door
      for (const { order } of taken) {
        await queue.broke(order)
        broken.add(order)
      }
      most = AT_ONCE
    }
  }
}

type Reply = Exchanged | 'broken'

function asDoor(reply: Reply): Exchanged {
  return reply === 'broken' ? 'failed' : reply
}

async function ask(token: string, taps: readonly Tap[]): Promise<Reply> {
  try {
    const post: RequestInit = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(reportOf(taps, new Date().toISOString())),
    }
    const response = await fetch(`/api/v1/steward/${token}`, {
      ...(taps.length > 0 && post),
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.status === 404) return 'revoked'
    if (!response.ok) return reasonOf(response.status) === 'failed' ? 'failed' : 'broken'
    return doorSchema.safeParse(await response.json()).data ?? 'failed'
  } catch {
    return 'failed'
  }
}
