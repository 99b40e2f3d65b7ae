import { useTranslations } from 'next-intl'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Field } from '@/components/ui/field'

/**
 * The conference's time zone: what is known, else this browser's own as a first guess. Fills an empty box only: what
 * its person wrote stays, before our code came and while a programme is looked at.
 */
export function ZoneField({ given, asked }: { given: string | null | undefined; asked: boolean }) {
  const t = useTranslations('bringIn')
  const box = useRef<HTMLInputElement>(null)
  const zones = useSyncExternalStore(noChange, allZones, () => none)
  useEffect(() => {
    if (box.current?.value !== '') return
    box.current.value = given ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    // Whoever is about to write here writes instead of the guess, not after it.
    if (document.activeElement === box.current) box.current.select()
  }, [given])
  return (
    <>
      <Field
        ref={box}
        name="timeZone"
        required
        list="zones"
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        error={asked ? t('reason.time-zone-needed') : undefined}
        defaultValue={given ?? ''}
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
