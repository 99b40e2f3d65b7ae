import { doorSchema, type DoorState } from '@/lib/rooms/door-state'
import type { StewardQueue } from './steward-queue'
import { reportOf, type Tap } from './steward-taps'
import { sendApart } from '@/lib/sync/client/exchange/send-apart'
import { isPassing } from '@/lib/sync/client/exchange/transport'

/** How the room stands at the server; or that it did not answer; or that the link was revoked. */
export type Exchanged = DoorState | 'failed' | 'revoked'

const TIMEOUT_MS = 10_000
// The server takes 500 at once; a small body gets through where the network keeps breaking off.
const AT_ONCE = 200

/**
 * Sends all taps that wait, in their order. One over which the server breaks, or that it does not understand, waits for
 * the next round, or is given up.
 */
export async function sendTaps(token: string, queue: StewardQueue): Promise<Exchanged> {
  const broken = new Set<number>()
  const last: { door: DoorState | null } = { door: null }
  const sent = await sendApart<Tap, 'failed' | 'revoked'>({
    take: (most = AT_ONCE) => queue.take(most, broken),
    async send(taps) {
      const reply = await ask(token, taps)
      if (typeof reply === 'string') return reply === 'broken' ? 'apart' : { stop: reply }
      await queue.settle(taps)
      last.door = reply
      return 'answered'
    },
    async alone({ order }) {
      // A wall in between (a hall's sign-in page, a proxy without its server) says the same to whoever only asks.
      const door = asDoor(await ask(token, []))
      if (typeof door === 'string') return { stop: door }
      last.door = door
      await queue.broke(order)
      broken.add(order)
      return null
    },
  })
  return sent === 'all' ? (last.door ?? asDoor(await ask(token, []))) : sent
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
    if (!response.ok) return isPassing(response.status) ? 'failed' : 'broken'
    return doorSchema.safeParse(await response.json()).data ?? 'failed'
  } catch {
    return 'failed'
  }
}
