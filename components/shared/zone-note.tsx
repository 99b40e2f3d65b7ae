import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { haveSameClocks, cityOf } from '@/lib/i18n/zones'
import { onMemory, recall, remember } from '@/lib/platform/device-memory'

export type Zone = { timeZone: string; conferences: string; visitors: string | null; mine: boolean; toggle: () => void }

const KEY = 'hallway-my-zone'

/** The zone that times are shown in: the conference's, or the visitor's own when they asked for it. */
export function useZone(conferences: string): Zone {
  const visitors = useSyncExternalStore(
    onMemory,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )
  const mine = useSyncExternalStore(
    onMemory,
    () => recall(KEY) === '1',
    () => false,
  )
  const toggle = () => void remember(KEY, mine ? '0' : '1')
  return { timeZone: mine && visitors ? visitors : conferences, conferences, visitors, mine, toggle }
}

/**
 * Says whose clock this is, and lets visitors from another zone switch to theirs. It is as high before it knows that
 * zone as after.
 */
export function ZoneNote({ zone, className = '' }: { zone: Zone; className?: string }) {
  const t = useTranslations('schedule')
  const other = zone.mine || !zone.visitors ? zone.conferences : zone.visitors
  return (
    <p className={`flex h-11 items-center gap-x-2 text-sm text-muted ${className}`}>
      {t('timesIn', { zone: cityOf(zone.timeZone) })}
      {isElsewhere(zone) ? (
        <button
          type="button"
          onClick={zone.toggle}
          className="h-full whitespace-nowrap text-accent underline underline-offset-4 print:hidden"
        >
          {t('showTimesIn', { zone: cityOf(other) })}
        </button>
      ) : null}
    </p>
  )
}

/** The same in a word, for who is elsewhere: whose clock this is, which a tap changes. */
export function ZoneSwitch({ zone, className = '' }: { zone: Zone; className?: string }) {
  const t = useTranslations('schedule')
  if (!isElsewhere(zone)) return null
  const [shown, other] = [zone.timeZone, zone.mine || !zone.visitors ? zone.conferences : zone.visitors]
  return (
    <button
      type="button"
      onClick={zone.toggle}
      aria-label={`${t('timesIn', { zone: cityOf(shown) })}. ${t('showTimesIn', { zone: cityOf(other) })}`}
      className={`-my-1.5 min-h-11 whitespace-nowrap text-sm text-accent underline underline-offset-4 ${className}`}
    >
      {t('timesIn', { zone: cityOf(shown) })}
    </button>
  )
}

/** Do the visitor's own clocks show something else? */
export function isElsewhere({ visitors, conferences }: Zone): boolean {
  return visitors !== null && !haveSameClocks(visitors, conferences)
}
