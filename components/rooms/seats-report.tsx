import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { attendeeWords, type AttendeeWord } from '@/lib/rooms/attendee-words'
import { onSent, sendReport } from '@/lib/rooms/send-report'
import { makeId } from '@/lib/sync/client/make-id'
import { refreshRoomStates } from '@/lib/sync/client/room-states-store'

type Props = {
  conference: { id: string; slug: string }
  session: { id: string; title: string }
  /** What they said of it before, as far as it is known here. */
  before: AttendeeWord | null
  /** Told what they say, at once, before the server is. */
  onSay: (word: AttendeeWord) => void
}

/** What an attendee at a session can say with one tap: that they are in, seats left, few left, could not get in. */
export function SeatsReport({ conference, session, before, onSay }: Props) {
  const t = useTranslations('rooms')
  const [said, setSaid] = useState<{ id: string; word: AttendeeWord; sent: boolean } | null>(null)
  useEffect(() => onSent((ids) => setSaid((before) => before && (ids.includes(before.id) ? { ...before, sent: true } : before))), [])
  const say = async (word: AttendeeWord) => {
    const id = makeId()
    setSaid({ id, word, sent: false })
    onSay(word)
    await sendReport(conference.id, { id, at: new Date().toISOString(), sessionId: session.id, level: word }, makeId)
    refreshRoomStates(conference.slug)
  }
  const counts = said?.word === 'entered' || said?.word === 'full' ? t(`counts.${said.word}`) : ''
  return (
    <div className="grid gap-1">
      <div role="group" aria-label={`${t('report')} ${session.title}`} className="grid grid-cols-2 gap-2 sm:flex">
        {attendeeWords.map((word) => (
          <button key={word} type="button" aria-pressed={(said?.word ?? before) === word} onClick={() => void say(word)} className="min-h-11 rounded-full border border-edge bg-raised px-3 text-sm aria-pressed:border-accent aria-pressed:bg-tint">
            {t(`say.${word}`)}
          </button>
        ))}
      </div>
      <p role="status" className="text-sm text-muted">{said ? [t(said.sent ? 'thanks' : 'notYet'), counts].filter(Boolean).join(' ') : ''}</p>
    </div>
  )
}
