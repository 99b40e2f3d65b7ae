import { useLocale, useTranslations } from 'next-intl'
import { Facts, Outside } from '@/components/ui/facts'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import type { FirstHours } from '@/lib/schedule/bring-in/preview/first-hours'

type Props = { days: readonly FirstHours[]; timeZone: string; isFolded: boolean }

/** How each day would begin, on clocks in the zone: a wrong zone is seen here, before anything is let in. */
export function FirstHoursList({ days, timeZone, isFolded }: Props) {
  const t = useTranslations('bringIn')
  if (days.length === 0) return null
  const hours = <Hours days={days} timeZone={timeZone} />
  if (!isFolded) return hours
  return (
    <details>
      <summary className="min-h-11 py-2 text-accent underline underline-offset-4">{t('firstHours')}</summary>
      {hours}
    </details>
  )
}

function Hours({ days, timeZone }: Omit<Props, 'isFolded'>) {
  const [t, language] = [useTranslations('bringIn'), useLocale()]
  return (
    <section aria-label={t('firstHours')} className="grid gap-3">
      <p className="text-sm text-muted">{t('firstHoursLead', { timeZone })}</p>
      {days.some(({ isOdd }) => isOdd) ? <p className="font-medium text-warning">{t('oddHours')}</p> : null}
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {days.map(({ dayOn, count, sessions, isOdd }) => (
          <section key={dayOn} className="min-w-0">
            <h3 className="flex items-baseline justify-between gap-2 border-b border-line pb-1 font-semibold">
              {sayDay(dayOn, language)}
              <span className="text-sm font-normal text-muted">{t('ofDay', { count })}</span>
            </h3>
            <ol>
              {sessions.map((session, index) => (
                <li key={index} className="flex gap-3 border-b border-line py-1 text-sm">
                  <span className={`w-11 shrink-0 tabular-nums ${isOdd ? 'font-semibold text-warning' : 'text-muted'}`}>
                    {sayWhen({ startAt: session.startAt }, { timeZone, language, under: dayOn })}
                  </span>
                  <span className="min-w-0">
                    <span className="line-clamp-2">
                      <Outside>{session.title}</Outside>
                    </span>
                    {session.rooms.length > 0 ? (
                      <span className="block truncate text-muted">
                        <Facts of={session.rooms} between=", " />
                      </span>
                    ) : null}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </section>
  )
}
