import { useTranslations } from 'next-intl'
import { DOT, Outside } from '@/components/ui/facts'
import type { SessionOutcome } from '@/lib/desk/after/after'
import { sayWhen, type Saying } from '@/lib/i18n/dates'

/** How sessions turned out, drawn on one scale: what was counted over what was picked, and how many have a place. */
export function OutcomeBars({ outcomes, saying }: { outcomes: readonly SessionOutcome[]; saying: Saying }) {
  const t = useTranslations('manage.after')
  const most = Math.max(
    1,
    ...outcomes.flatMap(({ picks, peak, capacity }) => [sizeOf(picks), peak ?? 0, capacity ?? 0]),
  )
  return (
    <>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <Key className="text-accent">{t('column.peak')}</Key>
        <Key className="text-edge">{t('column.picks')}</Key>
        <span className="inline-flex items-center gap-1">
          <svg aria-hidden="true" viewBox="0 0 4 12" className="h-3 w-1 text-ink">
            <rect width="4" height="12" fill="currentColor" />
          </svg>
          {t('column.capacity')}
        </span>
      </p>
      <ul className="grid gap-3">
        {outcomes.map((one) => (
          <li key={one.id} className="grid gap-1">
            <p lang={one.language ?? undefined} className="font-medium leading-snug">
              <Outside>{one.title}</Outside>
            </p>
            <Bars outcome={one} most={most} />
            <p className="text-sm tabular-nums text-muted">
              {[
                sayWhen(one, saying),
                one.peak === null ? t('notCounted') : t('counted', { count: one.peak }),
                one.picks === 'few' ? t('fewPicks') : t('picked', { count: one.picks }),
                one.capacity === null ? '' : t('places', { count: one.capacity }),
                one.turnedAway === null
                  ? ''
                  : one.turnedAway === 'few'
                    ? t('fewAway')
                    : t('away', { count: one.turnedAway }),
              ]
                .filter(Boolean)
                .join(DOT)}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Bars({ outcome: { picks, peak, capacity }, most }: { outcome: SessionOutcome; most: number }) {
  const x = (count: number) => (count / most) * 100
  return (
    <svg aria-hidden="true" viewBox="0 0 100 14" preserveAspectRatio="none" className="block h-4 w-full">
      <rect width="100" height="14" className="fill-sunken" />
      <rect width={x(peak ?? 0)} height="8" className="text-accent" fill="currentColor" />
      <rect y="9" width={x(sizeOf(picks))} height="5" className="text-edge" fill="currentColor" />
      {capacity === null ? null : (
        <rect x={Math.max(0, x(capacity) - 0.5)} width="0.5" height="14" className="text-ink" fill="currentColor" />
      )}
    </svg>
  )
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <svg aria-hidden="true" viewBox="0 0 12 12" className={`size-3 ${className}`}>
        <rect width="12" height="12" fill="currentColor" />
      </svg>
      {children}
    </span>
  )
}

function sizeOf(picks: SessionOutcome['picks']): number {
  return picks === 'few' ? 0 : picks
}
