import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ClockField } from '@/components/ui/clocks/clock-field'
import { Field } from '@/components/ui/field'
import { clockChangeAt } from '@/lib/platform/clock-change'
import { hasPassed } from '@/lib/recaps/publication'

type Props = {
  /** "YYYY-MM-DDTHH:MM", either half of it, or nothing yet. */ value: string
  /** Null: not known yet. */ now: Date | null
  /** Why the server refused it. */ error?: string
  onChange: (value: string) => void
}

/** The instant of a wall time on this device's clocks, ISO; null: none is said, or not all of it. */
export function wallInstant(value: string): string | null {
  const [date, clock] = value.split('T')
  const at = date && clock ? new Date(value) : null
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null
}

/**
 * From when on a recap is public: a day, and a time of 24 hours, on this device's clocks. Half of it, a time that these
 * skip, or one that has passed, holds its form back.
 */
export function PublishAtField({ value, now, error, onChange }: Props) {
  const t = useTranslations('recaps')
  const fields = useRef<HTMLDivElement>(null)
  const [date = '', clock = ''] = value.split('T')
  const change = clockChangeAt(value, (wall) => new Date(wall))
  const at = wallInstant(value)
  const passed = at && now && hasPassed(at, now) ? t('reason.publishAtPassed') : undefined
  const wrong = change?.kind === 'skipped' ? t('publishAtSkipped') : passed
  const noDay = clock && !date ? t('publishAtHalf') : ''
  // What is no time of a day, as 25:99, is none either.
  const noTime = date && !clock ? t('reason.publishAtWrong') : ''
  useEffect(() => {
    const [day, time] = fields.current?.querySelectorAll('input') ?? []
    day?.setCustomValidity(wrong ?? noDay)
    time?.setCustomValidity(noTime)
  }, [wrong, noDay, noTime])
  const say = (day: string, time: string) => onChange(day || time ? `${day}T${time}` : '')
  return (
    <div ref={fields} className="grid gap-2">
      <p className="text-sm text-muted">{t('publishAtHint')}</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-3">
        <Field
          label={t('publishOn')}
          name="publishOn"
          type="date"
          value={date}
          onChange={(event) => say(event.target.value, clock)}
          error={wrong ?? error}
        />
        <ClockField label={t('publishAt')} name="publishAt" defaultValue={clock} onClock={(time) => say(date, time)} />
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {change?.kind === 'twice' ? t('publishAtTwice') : null}
      </p>
    </div>
  )
}
