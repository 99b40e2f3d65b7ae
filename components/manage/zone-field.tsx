import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Field } from '@/components/ui/field'

/** The conference's time zone: what is known, else this browser's own as a first guess. */
export function ZoneField({ given, asked }: { given: string | null | undefined; asked: boolean }) {
  const t = useTranslations('bringIn')
  const own = useSyncExternalStore(
    noChange,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => '',
  )
  const zones = useSyncExternalStore(noChange, allZones, () => none)
  return (
    <>
      <Field
        key={given ?? own}
        name="timeZone"
        required
        list="zones"
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        error={asked ? t('reason.time-zone-needed') : undefined}
        defaultValue={given ?? own}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}

const none: string[] = []
let zones: string[] | undefined

function allZones(): string[] {
  return (zones ??= Intl.supportedValuesOf('timeZone'))
}

function noChange(): () => void {
  return () => undefined
}
