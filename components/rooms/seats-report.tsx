import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { attendeeWords, type AttendeeWord } from '@/lib/rooms/attendee-words'
import { roomStates } from '@/lib/rooms/device/room-states'
import { onSent, sendReport } from '@/lib/rooms/device/send-report'
import { makeId } from '@/lib/sync/client/store/make-id'

type Props = {
  conference: { id: string; slug: string }
  session: { id: string; title: string }
  room?: string
  /** What this device keeps of what they said; it may be taken back elsewhere. */
  kept: AttendeeWord | null
  /** What they said last, which this device may not keep yet. */
  wordSaid: () => AttendeeWord | null
  ready: boolean
  /** Told what they say, at once, before the server is. */
  onSay: (word: AttendeeWord) => void
  /** Told that they take back what they said of themselves. */
  onTakeBack: () => void
}

type Said = { id: string; word: AttendeeWord; sent: boolean; /** It was what is kept. */ wasKept: boolean }

/**
 * What an attendee at a session can say with one tap: that they are in, that they could not get in (a second tap takes
 * either back), seats left, few left.
 */
export function SeatsReport({ conference, session, room, kept, wordSaid, ready, onSay, onTakeBack }: Props) {
  const t = useTranslations('rooms')
  const [said, setSaid] = useState<Said | null>(null)
  useEffect(
    () =>
      onSent((ids) => setSaid((before) => before && (ids.includes(before.id) ? { ...before, sent: true } : before))),
    [],
  )
  if (said && !said.wasKept && kept === said.word) setSaid({ ...said, wasKept: true })
  if (said?.wasKept && kept !== said.word) setSaid(null)
  const pressed = said?.word ?? kept
  const say = async (word: AttendeeWord) => {
    const id = makeId()
    setSaid({ id, word, sent: false, wasKept: wordSaid() === word })
    onSay(word)
    await sendReport(
      conference.id,
      { id, at: new Date().toISOString(), sessionId: session.id, level: word, ...(room && { roomId: room }) },
      makeId,
    )
    roomStates.refresh(conference.slug)
  }
  const tap = (word: AttendeeWord) => {
    if (!isOfOneself(word) || (said?.word ?? wordSaid()) !== word) return void say(word)
    setSaid(null)
    onTakeBack()
  }
  const counts = said && isOfOneself(said.word) ? t(`counts.${said.word}`) : ''
  return (
    <div className="grid gap-1">
      <div
        role="group"
        aria-label={`${t('report')} ${session.title}`}
        className="grid grid-cols-2 gap-2 max-[17rem]:grid-cols-1 sm:flex"
      >
        {attendeeWords.map((word) => (
          <button
            key={word}
            type="button"
            disabled={!ready}
            aria-pressed={pressed === word}
            onClick={() => tap(word)}
            className={
              'min-h-11 rounded-full border border-edge bg-raised px-3 text-sm aria-pressed:border-accent ' +
              'aria-pressed:bg-tint'
            }
          >
            {t(`say.${word}`)}
          </button>
        ))}
      </div>
      <p role="status" className="text-sm text-muted">
        {said ? [t(said.sent ? 'thanks' : 'notYet'), counts].filter(Boolean).join(' ') : ''}
      </p>
    </div>
  )
}

/** Does it say what became of whoever says it? */
function isOfOneself(word: AttendeeWord): word is 'entered' | 'full' {
  return word === 'entered' || word === 'full'
}
