import { noAttendance } from '@/lib/planning/said'
import type { Attendance, AttendanceStatus } from '@/lib/planning/schema'
import type { AttendeeWord } from '@/lib/rooms/attendee-words'
import type { AgendaSession } from '@/lib/program/agenda'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import { SeatsReport } from './seats-report'

type Props = {
  conference: { id: string; slug: string }
  session: AgendaSession
  /** Which of its rooms they are at, where that is known. */
  room?: string
  /** Told at once that they could not get in. */
  onTurnedAway: (session: AgendaSession) => void
}

const words: Partial<Record<AttendanceStatus, AttendeeWord>> = {
  attended: 'entered',
  arrivedLate: 'entered',
  couldNotGetIn: 'full',
}

/**
 * What somebody at a session can say of it: whoever is in attends it, and whoever could not get in has it on their list
 * of replays.
 */
export function DoorReport({ conference, session, room, onTurnedAway }: Props) {
  const { attendances, ready, saidOf, set } = useAttendances(conference.id)
  const kept = wordOf(attendances.get(session.id))
  const wordSaid = () => wordOf(saidOf(session.id))
  const onSay = (word: AttendeeWord) => {
    if (word === 'entered' && wordSaid() !== 'entered') void set(session.id, { status: 'attended' })
    if (word !== 'full') return
    void set(session.id, { status: 'couldNotGetIn', watchReplay: true })
    onTurnedAway(session)
  }
  const onTakeBack = () => void set(session.id, { status: null })
  return (
    <SeatsReport
      conference={conference}
      session={session}
      room={room}
      kept={kept}
      wordSaid={wordSaid}
      ready={ready}
      onSay={onSay}
      onTakeBack={onTakeBack}
    />
  )
}

function wordOf({ status }: Attendance = noAttendance): AttendeeWord | null {
  return (status && words[status]) ?? null
}
