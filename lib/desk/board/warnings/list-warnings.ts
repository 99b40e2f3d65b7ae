import type { BoardSession } from '../board'
import type { BoardIndex } from './board-index'
import { placedAmong } from './placed'
import { clashWarnings } from './clashes'
import { crowdWarnings } from './crowds'
import { dayWarnings } from './days'
import type { BoardWarning, WarningSeverity } from './warning'

/**
 * What an organizer should know when these sessions are where they are said to be, worst first. It looks at nothing but
 * what shares a room, a speaker, a day or people with them.
 * @param sessions with the place that is wanted of each; they may be elsewhere in the index, or not in it
 */
export function warningsOf(index: BoardIndex, sessions: readonly BoardSession[]): BoardWarning[] {
  const placed = placedAmong(index, sessions)
  const found = new Map<string, BoardWarning>()
  for (const session of sessions)
    for (const warning of [
      ...clashWarnings(index, placed, session),
      ...crowdWarnings(index, placed, session),
      ...dayWarnings(index, placed, session),
    ])
      if (!found.has(warning.key)) found.set(warning.key, warning)
  return [...found.values()].sort((a, b) => worst[a.severity] - worst[b.severity])
}

const worst: Readonly<Record<WarningSeverity, number>> = { error: 0, warning: 1, hint: 2 }

/**
 * What a draft brings that was not so before: of its moved sessions, as they are with it and as they are published.
 * @param before and @param after: the published board, and the one with the draft's moves
 */
export function newWarnings(before: BoardIndex, after: BoardIndex, movedIds: readonly string[]): BoardWarning[] {
  const those = (index: BoardIndex) => movedIds.flatMap((id) => index.sessions.get(id) ?? [])
  const known = new Set(warningsOf(before, those(before)).map(({ key }) => key))
  return warningsOf(after, those(after)).filter(({ key }) => !known.has(key))
}
