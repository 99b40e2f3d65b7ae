import type { Parts } from '@/lib/platform/tasks/in-parts'
import type { BoardIndex, Timed } from './board-index'
import { warningsOf } from './list-warnings'
import type { BoardWarning } from './warning'

/** Of a programme in which everything is at once nobody looks at each. */
const [MOST_LOOKED_AT, MOST_FOUND] = [500, 200]

/** What cannot work in a programme as it is published: a room or a speaker twice, or away. */
export function* standingWarnings(published: BoardIndex): Parts<BoardWarning[]> {
  const ids = new Set<string>()
  const found = new Map<string, BoardWarning>()
  for (const [id, those] of published.byRoom) {
    if (!published.rooms.get(id)?.allowsOverlap) addTo(ids, overlapping(those))
    yield
  }
  for (const [id, those] of published.bySpeaker) {
    addTo(ids, overlapping(those))
    if ((published.speakers.get(id)?.away.length ?? 0) > 0)
      addTo(
        ids,
        those.map(({ session }) => session.id),
      )
    yield
  }
  for (const id of [...ids].slice(0, MOST_LOOKED_AT)) {
    const session = published.sessions.get(id)
    const warnings = session ? warningsOf(published, [session]) : []
    for (const warning of warnings) if (warning.severity === 'error') found.set(warning.key, warning)
    if (found.size >= MOST_FOUND) break
    yield
  }
  return [...found.values()].slice(0, MOST_FOUND)
}

/**
 * Those of them that are so with a draft, too.
 * @param index with the draft's moves
 */
export function stillStanding(
  standing: readonly BoardWarning[],
  index: BoardIndex,
  movedIds: readonly string[],
): BoardWarning[] {
  const moved = new Set(movedIds)
  const touched = standing.filter(({ sessionIds }) => sessionIds.some((id) => moved.has(id)))
  if (touched.length === 0) return [...standing]
  const sessions = touched.flatMap(({ sessionIds }) => sessionIds.flatMap((id) => index.sessions.get(id) ?? []))
  const now = new Set(warningsOf(index, [...new Set(sessions)]).map(({ key }) => key))
  const isOver = new Set(touched.filter(({ key }) => !now.has(key)))
  return standing.filter((warning) => !isOver.has(warning))
}

/** Ids of what is on while something before it is still on. */
function overlapping(those: readonly Timed[]): string[] {
  const ids: string[] = []
  let latest: Timed | undefined
  for (const one of [...those].sort((a, b) => a.start - b.start)) {
    if (latest && one.start < latest.end) ids.push(one.session.id)
    if (!latest || one.end > latest.end) latest = one
  }
  return ids
}

function addTo(ids: Set<string>, those: readonly string[]): void {
  for (const id of those) ids.add(id)
}
