'use client'

import { useTranslations } from 'next-intl'
import type { Attendance as AttendanceValue } from '@/lib/planning/schema'
import { useAttendances } from '@/lib/sync/client/use-attendances'

const statuses = ['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn'] as const
const wishes = ['watchReplay', 'findSlides'] as const
const none: AttendanceValue = { status: null, watchReplay: false, findSlides: false }
const choice = 'min-h-11 rounded-lg border border-edge bg-raised px-3 text-sm font-medium aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent'

/** What became of a session for me, and what of it I still want: whoever could not get in will want the replay. A second tap takes it back. */
export function Attendance({ conferenceId, sessionId }: { conferenceId: string; sessionId: string }) {
  const t = useTranslations('notes')
  const { attendances, ready, set } = useAttendances(conferenceId)
  const now = attendances.get(sessionId) ?? none
  const change = (part: Partial<AttendanceValue>) => void set(sessionId, { ...now, ...part })
  return (
    <div className="grid gap-2" aria-busy={!ready}>
      <div role="group" aria-label={t('attendance.title')} className="flex flex-wrap gap-2">
        {statuses.map((status) => (
          <button key={status} type="button" disabled={!ready} aria-pressed={now.status === status} className={choice} onClick={() => change(now.status === status ? { status: null } : { status, ...(status === 'couldNotGetIn' && { watchReplay: true }) })}>{t(`attendance.${status}`)}</button>
        ))}
      </div>
      <div role="group" aria-label={t('attendance.later')} className="flex flex-wrap gap-2">
        {wishes.map((wish) => (
          <button key={wish} type="button" disabled={!ready} aria-pressed={now[wish]} className={choice} onClick={() => change({ [wish]: !now[wish] })}>{t(`attendance.${wish}`)}</button>
        ))}
      </div>
    </div>
  )
}
