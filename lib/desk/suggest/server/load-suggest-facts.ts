import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { expectedOf } from '@/lib/rooms/forecast'
import { countPicks, loadShowUp } from '@/lib/rooms/server/forecasts'
import { withMoves } from '../../board/board'
import { LEAST_PEOPLE } from '../../board/demand-facts'
import { loadBoard } from '../../board/server/load-board'
import type { SuggestFacts } from '../day-facts'
import { listPickedPairs } from './picked-pairs'

/**
 * What a suggestion for a day begins with: the sessions as the draft has them, and who wants to see them. What fewer
 * than five picked counts as if nobody had.
 */
export async function loadSuggestFacts(
  db: Database,
  granted: Granted<'editSchedule'>,
  day: string,
  now: Date,
): Promise<SuggestFacts> {
  const { conferenceId } = granted
  const { sessions, rooms, speakers, draft } = await loadBoard(db, granted)
  const [picks, showUp] = [await countPicks(db, { conferenceId }), await loadShowUp(db, conferenceId, now)]
  return {
    sessions: withMoves(sessions, draft.moves),
    rooms,
    speakers,
    expected: new Map(
      [...picks].flatMap(([id, count]) => (count < LEAST_PEOPLE ? [] : [[id, expectedOf(count, showUp)] as const])),
    ),
    spread: showUp.spread,
    pairs: await listPickedPairs(db, conferenceId, day),
  }
}
