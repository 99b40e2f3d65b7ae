'use client'

import { useTranslations } from 'next-intl'
import { useNow } from '@/components/shared/use-now'
import { usePlanBOffer } from '@/components/shared/use-plan-b-offer'
import { canBeAttended, noAttendance } from '@/lib/planning/said'
import type { Attendance } from '@/lib/planning/schema'
import type { AgendaSession } from '@/lib/program/agenda'
import { useAttendances } from '@/lib/planning/device/use-attendances'

const statuses = ['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn'] as const
const wishes = ['watchReplay', 'findSlides'] as const
const choice =
  'min-h-11 rounded-lg border border-edge bg-raised px-3 text-sm font-medium aria-pressed:border-accent ' +
  'aria-pressed:bg-accent aria-pressed:text-on-accent'

/**
 * What became of a session for me, and what of it I still want: whoever could not get in will want the replay, and is
 * offered what else is on. A second tap takes it back.
 */
export function AttendanceButtons({
  conference,
  session,
  isAtDoor = false,
}: {
  conference: { id: string; slug: string; timeZone: string }
  session: AgendaSession
  /** Who could not get in says so at its room, where others hear of it. */ isAtDoor?: boolean
}) {
  const t = useTranslations('notes')
  const { attendances, ready, saidOf, set } = useAttendances(conference.id)
  const said = attendances.get(session.id)
  const now = said ?? noAttendance
  const moment = useNow()
  const { offer, offerPlanB } = usePlanBOffer(conference)
  const change = (part: Partial<Attendance>) => void set(session.id, part)
  const choose = (status: (typeof statuses)[number]) => {
    if (saidOf(session.id).status === status) return change({ status: null })
    if (status !== 'couldNotGetIn') return change({ status })
    change({ status, watchReplay: true })
    if (!isOver(session)) offerPlanB(session)
  }
  if (!said && !(moment && canBeAttended(session, moment, conference.timeZone))) return null
  return (
    <div className="grid gap-2" aria-busy={!ready}>
      <div role="group" aria-label={t('attendance.title')} className="flex flex-wrap gap-2">
        {statuses
          .filter((status) => !(isAtDoor && status === 'couldNotGetIn'))
          .map((status) => (
            <button
              key={status}
              type="button"
              disabled={!ready}
              aria-pressed={now.status === status}
              className={choice}
              onClick={() => choose(status)}
            >
              {t(`attendance.${status}`)}
            </button>
          ))}
      </div>
      <div role="group" aria-label={t('attendance.later')} className="flex flex-wrap gap-2">
        {wishes.map((wish) => (
          <button
            key={wish}
            type="button"
            disabled={!ready}
            aria-pressed={now[wish]}
            className={choice}
            onClick={() => change({ [wish]: !saidOf(session.id)[wish] })}
          >
            {t(`attendance.${wish}`)}
          </button>
        ))}
      </div>
      {offer}
    </div>
  )
}

/** Afterwards there is nothing left to go to instead. */
function isOver({ endAt }: AgendaSession): boolean {
  return !endAt || Date.parse(endAt) <= Date.now()
}
