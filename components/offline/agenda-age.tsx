import { useLocale, useTranslations } from 'next-intl'
import { useNow } from '@/components/shared/use-now'
import { dateOfWhen, ownClocks, sayWhen } from '@/lib/i18n/dates'
import { useIsGone } from '@/lib/program/device/gone-here'
import { isAgeWorthSaying } from '@/lib/program/device/keep-agenda'
import { hasServerFailed } from './server-failed'

type Props = {
  slug: string
  /** On whose clocks the programme is. */ timeZone: string
  /** When the server last said so (ISO). */ asOf: string | null
  /** Since when the server is known not to have it any more (ISO). */ goneAt: string | null
  failed: boolean
}

/** How old the programme on the screen is, when that matters, and whether there is still one anywhere else. */
export function AgendaAge({ slug, timeZone, asOf, goneAt, failed }: Props) {
  // The page says it above, as every page does on which it is noticed.
  const isSaid = useIsGone(slug)
  const [t, language, now] = [useTranslations('local'), useLocale(), useNow()]
  const say = (at: string, today: Date) => {
    const clocks = ownClocks(timeZone)
    return sayWhen({ startAt: at }, { ...clocks, language, under: dateOfWhen({ startAt: today }, clocks.timeZone) })
  }
  if (isSaid) return null
  if (goneAt !== null && now)
    return (
      <div className="mx-auto max-w-3xl px-4 py-2">
        <p role="status" className="border-l-4 border-warning bg-raised p-3 text-sm font-medium">
          {t('goneSince', { time: say(goneAt, now) })}
        </p>
      </div>
    )
  if (asOf === null || !now || !isAgeWorthSaying(new Date(asOf), now, !failed)) return null
  const time = say(asOf, now)
  return (
    <p role="status" className="mx-auto max-w-7xl px-4 py-1 text-sm text-muted">
      {t(failed ? (hasServerFailed() ? 'asOfFailed' : 'asOf') : 'asOfOld', { time })}
    </p>
  )
}
