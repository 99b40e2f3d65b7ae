import { array, nullable, object, string } from 'zod/mini'
import { recall, remember } from '@/lib/platform/device-memory'
import { HOUR_MS } from '@/lib/platform/time'
import { boardPlaceOf, isSamePlace, type BoardDraft, type BoardPlace, type BoardSession } from '../board'
import type { DraftChange, Step } from '../moving/desk'
import type { BoardKey } from './waiting-steps'

const place = object({
  dayOn: string(),
  startAt: nullable(string()),
  endAt: nullable(string()),
  roomIds: array(string()),
})
const keptSchema = object({ at: string(), moves: array(object({ sessionId: string(), from: place, to: place })) })
type Move = { sessionId: string; from: BoardPlace; to: BoardPlace }

/** Later nobody thinks of a suggestion as their last step. */
const LASTS_MS = HOUR_MS

/** Keeps what somebody put into the draft by a suggestion: it is the last step on their board, which can be undone. */
export function keepSuggested(key: BoardKey, moves: readonly Move[], now: Date): void {
  remember(nameOf(key), JSON.stringify({ at: now.toISOString(), moves }))
}

/**
 * The step that a suggestion was, as far as its moves stand in the draft; none, where it was long ago.
 * @param given the board as the server told it
 */
export function listSuggestedSteps(
  key: BoardKey,
  { draft, sessions }: { draft: BoardDraft; sessions: readonly BoardSession[] },
  now: Date,
): Step[] {
  const kept = read(recall(nameOf(key)))
  if (!kept || now.getTime() - Date.parse(kept.at) > LASTS_MS) return []
  const published = new Map(sessions.map((session) => [session.id, session]))
  const changes = kept.moves.flatMap(({ sessionId, from, to }): DraftChange[] => {
    const move = draft.moves.find((one) => one.sessionId === sessionId && one.userId === key.userId)
    const home = published.get(sessionId)
    if (!move || !home || !isSamePlace(move.place, to)) return []
    const before = isSamePlace(home, from) ? null : { place: from }
    return [{ sessionId, title: move.title, from: boardPlaceOf(home), before, after: { place: to } }]
  })
  return changes.length > 0 ? [{ id: `suggested ${kept.at}`, at: kept.at, seen: draft.version, changes }] : []
}

function read(text: string | null) {
  try {
    const kept = keptSchema.safeParse(JSON.parse(text ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}

function nameOf({ conferenceId, userId }: BoardKey): string {
  return `hallway-suggested-${conferenceId}-${userId}`
}
