import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { clockChangeAt } from '@/lib/platform/clock-change'

type Props = { /** "YYYY-MM-DDTHH:MM", or nothing yet. */ value: string; onChange: (value: string) => void }

/** From when on a recap is public, on this device's clocks. A time that these skip holds its form back. */
export function PublishAtField({ value, onChange }: Props) {
  const t = useTranslations('recaps')
  const field = useRef<HTMLDivElement>(null)
  const change = clockChangeAt(value, (wall) => new Date(wall))
  const skipped = change?.kind === 'skipped' ? t('publishAtSkipped') : undefined
  useEffect(() => field.current?.querySelector('input')?.setCustomValidity(skipped ?? ''), [skipped])
  return (
    <div ref={field} className="grid gap-1">
      <Field
        label={t('publishAt')}
        hint={t('publishAtHint')}
        name="publishAt"
        type="datetime-local"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={skipped}
      />
      <p role="status" className="text-sm text-muted empty:hidden">
        {change?.kind === 'twice' ? t('publishAtTwice') : null}
      </p>
    </div>
  )
}
