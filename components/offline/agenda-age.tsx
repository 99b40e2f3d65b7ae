import { useLocale, useTranslations } from 'next-intl'
import { useNow } from '@/components/planning/use-now'
import { dateOfWhen, ownZone, sayWhen } from '@/lib/i18n/dates'
import { isAgeWorthSaying } from '@/lib/sync/client/keep-agenda'

/** How old the programme on the screen is, when that matters. @param asOf when the server last said so (ISO) */
export function AgendaAge({ asOf, failed }: { asOf: string | null; failed: boolean }) {
  const [t, language, now] = [useTranslations('local'), useLocale(), useNow()]
  if (asOf === null || !now || !isAgeWorthSaying(new Date(asOf), now, !failed)) return null
  const time = sayWhen({ startAt: asOf }, { timeZone: ownZone(), language, under: dateOfWhen({ startAt: now }, ownZone()) })
  return <p role="status" className="mx-auto max-w-7xl px-4 py-1 text-sm text-muted">{failed ? t('asOf', { time }) : t('asOfOld', { time })}</p>
}
