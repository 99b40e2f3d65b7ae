import { inOneTab } from '@/lib/sync/client/exchange/one-tab'
import type { Step } from '../moving/desk'
import type { Overtaken } from '../server/overtaken'
import { keepWaitingSteps, listWaitingSteps, nameOfWaiting, type BoardKey } from './waiting-steps'

/** What the server says of a step; UNAVAILABLE: nothing, it is to be asked again. */
export type SentStep = { ok: true; version: number; overtaken: Overtaken[] } | { ok: false; reason: string }
type Send = (step: Step) => Promise<SentStep>

/**
 * Sends a step of a board while nothing else in this browser sends any of it. What the server has is kept no longer,
 * though the board may have been left since.
 * @returns what the server said
 */
export function sendInTurn(key: BoardKey, step: Step, send: Send): Promise<SentStep> {
  return inOneTab(nameOfWaiting(key), () => sendAndLetGo(key, step, send))
}

/**
 * Sends what boards that were left since have not sent, in order, up to the first that the server does not take.
 * @returns what became of it: `away` is to be tried again; what is `refused` stays, for the board to say why
 */
export function sendWaitingSteps(key: BoardKey, send: Send): Promise<'sent' | 'away' | 'refused'> {
  return inOneTab(nameOfWaiting(key), async () => {
    for (;;) {
      const [first] = listWaitingSteps(key)
      if (!first) return 'sent'
      const sent = await sendAndLetGo(key, first, send)
      if (!sent.ok) return sent.reason === 'UNAVAILABLE' ? 'away' : 'refused'
    }
  })
}

async function sendAndLetGo(key: BoardKey, step: Step, send: Send): Promise<SentStep> {
  const sent = await send(step)
  if (sent.ok) {
    const waiting = listWaitingSteps(key)
    keepWaitingSteps(
      key,
      waiting.filter(({ id }) => id !== step.id),
    )
  }
  return sent
}
