import { useTranslations } from 'next-intl'
import type { PicksOnDay } from '@/lib/desk/after/picks-over-time'
import { sayDay } from '@/lib/i18n/dates'

const [WIDTH, HEIGHT] = [100, 24]

/** How picks grew in the days before, as a line with its first and its last day, and the number of the last. */
export function PicksLine({ days, language }: { days: readonly PicksOnDay[]; language: string }) {
  const t = useTranslations('manage.after')
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const counts = days.map(({ picks }) => (picks === 'few' ? 0 : picks))
  const most = Math.max(5, ...counts)
  const x = (index: number) => (days.length === 1 ? WIDTH : (index / (days.length - 1)) * WIDTH)
  const y = (count: number) => HEIGHT - 1 - (count / most) * (HEIGHT - 2)
  const line = counts.map((count, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(count).toFixed(1)}`)
  const now = last.picks === 'few' ? t('fewPicks') : t('picked', { count: last.picks })
  return (
    <section aria-labelledby="picks" className="grid gap-1">
      <h2 id="picks" className="text-lg font-semibold">
        {t('picksName')}
      </h2>
      <p className="text-muted">{t('picksLead', { now })}</p>
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="h-24 w-full">
        <path
          d={`${line.join('')}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}z`}
          className="text-accent"
          fill="currentColor"
          opacity="0.15"
        />
        <path
          d={line.join('')}
          className="text-accent"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className="flex justify-between text-sm text-muted">
        <span>{sayDay(first.date, language)}</span>
        <span>{sayDay(last.date, language)}</span>
      </p>
    </section>
  )
}
