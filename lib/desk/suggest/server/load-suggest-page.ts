import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { atOnce } from '@/lib/platform/tasks/in-parts'
import { dateOn } from '@/lib/platform/time'
import { hasDoors } from '@/lib/program/doors'
import { coarse } from '../../after/coarse'
import { withMoves, type Board, type BoardPlace, type BoardSession } from '../../board/board'
import { loadBoard } from '../../board/server/load-board'
import { indexBoard } from '../../board/warnings/board-index'
import { standingWarnings } from '../../board/warnings/standing'
import { placedOn } from '../day-facts'
import { overlap } from '../problem'
import { listPickedPairs } from './picked-pairs'

type Named = Pick<BoardSession, 'id' | 'slug' | 'title' | 'language' | keyof BoardPlace>
/** Two sessions at one time, and how many picked both at least. */
export type ClashingPair = { people: number; sessions: readonly [Named, Named] }

const MOST_PAIRS = 20

/**
 * What organizers choose from before they ask for suggestions.
 * @param asked the day, `2026-03-25`; else today, the next or the last
 */
export async function loadSuggestPage(
  db: Database,
  granted: Granted<'editSchedule'>,
  asked: string | undefined,
  now: Date,
) {
  const board = await loadBoard(db, granted)
  const sessions = withMoves(board.sessions, board.draft.moves)
  const days = [...new Set(sessions.filter(isTimed).map(({ dayOn }) => dayOn))].sort()
  const today = dateOn(now, board.timeZone)
  const day = days.find((one) => one === asked) ?? days.find((one) => one >= today) ?? days.at(-1) ?? null
  const those = sessions.filter((session) => session.dayOn === day && isTimed(session))
  return {
    days,
    day,
    draftVersion: board.draft.version,
    /** How many sessions the draft moves. */ drafted: board.draft.moves.length,
    sessions: those.map(({ id, title, language }) => ({ id, title, language })),
    rooms: Object.fromEntries(board.rooms.map(({ id, name }) => [id, name])),
    /** How often something of the day does not work as it is, which no suggestion mends. */
    broken: day === null ? 0 : countBroken(board, sessions, day),
    pairs: day === null ? [] : await clashingPairs(db, granted.conferenceId, those, day),
  }
}

function isTimed(session: BoardSession): boolean {
  return session.startAt !== null && hasDoors(session)
}

function countBroken(board: Board, sessions: readonly BoardSession[], day: string): number {
  const ignored = new Set(board.draft.ignored)
  const index = indexBoard(board, sessions, null)
  return atOnce(standingWarnings(index)).filter(
    ({ key, sessionIds }) => !ignored.has(key) && sessionIds.some((id) => index.sessions.get(id)?.dayOn === day),
  ).length
}

async function clashingPairs(
  db: Database,
  conferenceId: string,
  sessions: readonly BoardSession[],
  day: string,
): Promise<ClashingPair[]> {
  const placed = new Map(placedOn({ sessions, rooms: [] }, day).map((one) => [one.session.id, one]))
  const pairs = (await listPickedPairs(db, conferenceId, day)).flatMap(({ one, other, people }): ClashingPair[] => {
    const [a, b] = [placed.get(one), placed.get(other)]
    const told = coarse(people)
    return a && b && told !== 'few' && overlap(a, b) ? [{ people: told, sessions: [a.session, b.session] }] : []
  })
  return pairs.slice(0, MOST_PAIRS)
}
