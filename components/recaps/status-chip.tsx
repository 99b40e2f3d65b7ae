import { useLocale, useTranslations } from 'next-intl'
import { useIsLive } from '@/components/ui/use-is-live'
import { ownClocks, sayWhen } from '@/lib/i18n/dates'
import type { RecapState, RecapStatus } from '@/lib/recaps/status'

const tones: Record<RecapStatus, string> = {
  draft: 'bg-sunken text-muted',
  withdrawn: 'bg-sunken text-muted',
  changed: 'bg-sunken text-warning',
  scheduled: 'bg-tint text-accent',
  published: 'bg-tint text-accent',
}

/** What the public has of a recap, in a word or two. */
export function StatusChip({ status, state }: { status: RecapStatus; state: RecapState }) {
  const t = useTranslations('recaps')
  const sayAt = useOwnTime()
  const at = state.state === 'scheduled' ? state.at : state.state === 'published' ? state.nextAt : null
  return (
    <span className={`rounded-full px-2 py-0.5 text-xs font-semibold ${tones[status]}`}>
      {status === 'changed' ? t('changed') : at && sayAt ? t('scheduledAt', { when: sayAt(at) }) : t(`state.${status}`)}
    </span>
  )
}

/** Says an instant on this device's clocks; null on the server, which knows none of them. */
export function useOwnTime(): ((at: string) => string) | null {
  const language = useLocale()
  return useIsLive() ? (at) => sayWhen({ startAt: at }, { ...ownClocks(), namesZone: false, language }) : null
}
