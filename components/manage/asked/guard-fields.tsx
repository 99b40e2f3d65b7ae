import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { isolated } from '@/lib/platform/bidi'
import { guardValues, type Guard } from '@/lib/schedule/bring-in/guards/guards'

type Props = {
  guards: readonly Guard[]
  /** Reads the files in another zone. */ onZone: (timeZone: string) => void
}

/** What looks like a mistake, each with its numbers and a yes of its own; other numbers need another yes. */
export function GuardFields({ guards, onZone }: Props) {
  const [t, language] = [useTranslations('bringIn'), useLocale()]
  if (guards.length === 0) return null
  return (
    <fieldset className="grid gap-2 rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('guards')}</legend>
      {guards.map((guard) => (
        <div key={JSON.stringify(guard)}>
          <label className="flex min-h-11 items-center gap-3">
            <input type="checkbox" name={`accept.${guard.code}`} value="1" className="size-6 shrink-0" />
            <span className="min-w-0 break-words">{t(`guard.${guard.code}`, said(guard, language))}</span>
          </label>
          {guard.code === 'all-shifted' && guard.timeZone ? <ZoneOffer zone={guard.timeZone} onZone={onZone} /> : null}
        </div>
      ))}
    </fieldset>
  )
}

function ZoneOffer({ zone, onZone }: { zone: string; onZone: Props['onZone'] }) {
  const t = useTranslations('bringIn')
  return (
    <Button className="mt-1" onClick={() => onZone(zone)}>
      {t('guardZone', { zone })}
    </Button>
  )
}

function said(guard: Guard, language: string): Record<string, string | number> {
  const values = Object.entries(guardValues(guard, language))
  return Object.fromEntries(values.map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]))
}
