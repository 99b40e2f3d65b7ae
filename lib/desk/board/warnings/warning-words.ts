import { isolated } from '@/lib/platform/bidi'
import type { BoardWarning } from './warning'

type Names = { session(id: string): string; room(id: string): string; speaker(id: string): string }

/** What a warning's sentence is filled with: messages manage.board.warning.<kind>. */
export function warningWords(warning: BoardWarning, names: Names) {
  const [one = '', other] = warning.sessionIds
  return {
    one: isolated(names.session(one)),
    other: other === undefined ? '' : isolated(names.session(other)),
    room: warning.kind === 'roomTwice' ? isolated(names.room(warning.roomId)) : '',
    speaker: 'speakerId' in warning ? isolated(names.speaker(warning.speakerId)) : '',
    walk: warning.kind === 'noTimeToWalk' ? warning.walkMinutes : 0,
    free: warning.kind === 'noTimeToWalk' ? warning.freeMinutes : 0,
    people: warning.kind === 'pickedBoth' ? warning.people : 0,
    expected: warning.kind === 'tooSmall' ? warning.expected : 0,
    capacity: warning.kind === 'tooSmall' ? warning.capacity : 0,
    taken: warning.kind === 'breakGone' && other !== undefined ? 'yes' : 'no',
    alone: warning.kind === 'outsideDay' && warning.hours === null ? 'yes' : 'no',
  }
}
