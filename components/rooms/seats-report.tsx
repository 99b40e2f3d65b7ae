import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sendReport, type SeatsLevel } from '@/lib/rooms/send-report'
import { makeId } from '@/lib/sync/client/make-id'
import { refreshRoomStates } from '@/lib/sync/client/room-states-store'

const levels: readonly SeatsLevel[] = ['open', 'nearlyFull', 'full']

type Props = { conference: { id: string; slug: string }; sessionId: string; /** Told that they could not get in, at once. */ onFull?: () => void }

/** What an attendee at a session's door can say with one tap: seats left, few left, could not get in. */
export function SeatsReport({ conference, sessionId, onFull }: Props) {
  const t = useTranslations('rooms')
  const [said, setSaid] = useState<{ level: SeatsLevel; sent: boolean } | null>(null)
  const say = async (level: SeatsLevel) => {
    setSaid({ level, sent: false })
    if (level === 'full') onFull?.()
    const sent = await sendReport(conference.id, { id: makeId(), at: new Date().toISOString(), sessionId, level }, makeId)
    setSaid({ level, sent })
    refreshRoomStates(conference.slug)
  }
  return (
    <div className="grid gap-1">
      <div role="group" aria-label={t('report')} className="flex flex-wrap gap-2">
        {levels.map((level) => (
          <button key={level} type="button" aria-pressed={said?.level === level} onClick={() => void say(level)} className="min-h-11 rounded-full border border-edge bg-raised px-3 text-sm aria-pressed:border-accent aria-pressed:bg-tint">
            {t(`say.${level}`)}
          </button>
        ))}
      </div>
      <p role="status" className="text-sm text-muted">{said ? (said.sent ? t('thanks') : t('notYet')) : ''}</p>
    </div>
  )
}
