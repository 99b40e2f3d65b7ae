import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ClockField } from '@/components/ui/clocks/clock-field'
import { Field } from '@/components/ui/field'
import type { PlannedDraft } from '@/lib/desk/board/board'
import { sayClock } from '@/lib/i18n/dates'
import { cityOf } from '@/lib/i18n/zones'
import { DAY_MS, dateOn } from '@/lib/platform/time'

type Props = {
  timeZone: string
  /** What stands, which this changes. */ planned: PlannedDraft | null
  isLater: boolean
  onLater: (isLater: boolean) => void
}

/** When the draft is published: now, or by itself at a time on the conference's clocks. */
export function WhenFields({ timeZone, planned, isLater, onLater }: Props) {
  const t = useTranslations('manage.board')
  const [tomorrow] = useState(() => dateOn(new Date(Date.now() + DAY_MS), timeZone))
  const dueAt = planned && !planned.ended ? new Date(planned.dueAt) : null
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium">{t('when')}</legend>
      {([false, true] as const).map((later) => (
        <label key={String(later)} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name="when"
            value={later ? 'later' : 'now'}
            checked={isLater === later}
            onChange={() => onLater(later)}
            className="size-5 shrink-0 accent-accent"
          />
          {t(later ? 'whenLater' : 'whenNow')}
        </label>
      ))}
      {isLater ? (
        <div className="grid gap-3 sm:grid-cols-2 sm:items-end">
          <Field
            name="dayOn"
            type="date"
            required
            label={t('dueOn')}
            defaultValue={dueAt ? dateOn(dueAt, timeZone) : tomorrow}
          />
          <ClockField
            name="time"
            required
            label={t('dueAt')}
            hint={t('dueHint', { zone: cityOf(timeZone) })}
            defaultValue={dueAt ? sayClock(dueAt, timeZone) : '08:00'}
          />
          <p className="text-sm text-muted sm:col-span-2">{t('laterHint')}</p>
        </div>
      ) : null}
    </fieldset>
  )
}
