import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { timeOf } from '@/lib/platform/time'

export type Zone = { timeZone: string; conferences: string; visitors: string | null; mine: boolean; toggle: () => void }

const KEY = 'hallway-my-zone'
const listeners = new Set<() => void>()

/** The zone that times are shown in: the conference's, or the visitor's own when they asked for it. */
export function useZone(conferences: string): Zone {
  const visitors = useSyncExternalStore(subscribe, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => null)
  const mine = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY) === '1', () => false)
  const toggle = () => {
    localStorage.setItem(KEY, mine ? '0' : '1')
    for (const listener of listeners) listener()
  }
  return { timeZone: mine && visitors ? visitors : conferences, conferences, visitors, mine, toggle }
}

/** Says once whose clock this is, when the visitor's differs, and lets them switch. */
export function ZoneNote({ zone }: { zone: Zone }) {
  const t = useTranslations('schedule')
  if (!zone.visitors || haveSameClocks(zone.visitors, zone.conferences)) return null
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      {t('timesIn', { zone: zone.timeZone })}
      <button type="button" onClick={zone.toggle} className="min-h-11 text-accent underline underline-offset-4">
        {zone.mine ? t('showConferenceZone') : t('showMyZone')}
      </button>
    </p>
  )
}

// Winter and summer: zones of another name may have the same clocks all year.
const seasons = [new Date('2026-01-15T12:00Z'), new Date('2026-07-15T12:00Z')]

function haveSameClocks(one: string, other: string): boolean {
  return seasons.every((season) => timeOf(season, one) === timeOf(season, other))
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}
