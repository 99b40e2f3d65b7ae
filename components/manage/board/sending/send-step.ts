import type { SentStep } from '@/lib/desk/board/device/send-waiting'
import type { Step, WantedPlace } from '@/lib/desk/board/moving/desk'
import { moveOnBoardAction, takeFromDraftAction } from '@/lib/desk/board/server/actions'

/**
 * Sends a step to the server: what is wanted somewhere is moved; what is wanted where it is published is taken from the
 * draft.
 * @returns what the server said; UNAVAILABLE: it did not answer
 */
export async function sendStep(slug: string, { changes, seen }: Step): Promise<SentStep> {
  const moves = changes.flatMap(({ sessionId, after: wanted }) => (wanted ? [{ sessionId, ...copyOf(wanted) }] : []))
  const sessionIds = changes.flatMap(({ sessionId, after: wanted }) => (wanted ? [] : [sessionId]))
  let sent: SentStep = { ok: false, reason: 'INVALID' }
  if (moves.length > 0) {
    const answer = await moveOnBoardAction({ conference: slug, moves, seen }).catch(() => UNAVAILABLE)
    sent = answer.ok ? answer.value : answer
    if (!sent.ok) return sent
  }
  if (sessionIds.length === 0) return sent
  const answer = await takeFromDraftAction({ conference: slug, sessionIds, seen }).catch(() => UNAVAILABLE)
  if (!answer.ok) return answer
  const { version, overtaken } = answer.value
  return { ok: true, version, overtaken: sent.ok ? [...sent.overtaken, ...overtaken] : overtaken }
}

const UNAVAILABLE = { ok: false, reason: 'UNAVAILABLE' } as const

function copyOf({ place, ...wanted }: NonNullable<WantedPlace>) {
  return { ...wanted, place: { ...place, roomIds: [...place.roomIds] } }
}
