import { takenBy } from '@/lib/program/taken-time'
import type { Span } from './board/board'
import type { DeskSession } from './desk-session'

/** A session at a time at which somebody who speaks in it cannot be there. */
export type AbsentSpeaker = { session: DeskSession; speakerId: string; /** When they cannot. */ span: Span }

/**
 * Lists who cannot be at what they speak in, of what is still to come, once for each session and speaker. A container
 * stands for what it contains.
 * @param away when speakers cannot, by their ids
 */
export function listAbsentSpeakers(
  sessions: readonly DeskSession[],
  away: ReadonlyMap<string, readonly Span[]>,
  now: Date,
): AbsentSpeaker[] {
  return sessions.flatMap((session) => {
    const { start, end } = takenBy(session)
    if (session.kind === 'container' || end <= now.getTime()) return []
    return [...new Set(session.speakerIds)].flatMap((speakerId) => {
      const span = away
        .get(speakerId)
        ?.find(({ startAt, endAt }) => Date.parse(startAt) < end && start < Date.parse(endAt))
      return span ? [{ session, speakerId, span }] : []
    })
  })
}
