import { useTranslations } from 'next-intl'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { centreInStrip } from '@/components/ui/centre-in-strip'

export type PlanTab = { day: string; label: string; /** Of mine. */ count: number; conflicts: number }

type Props = { tabs: PlanTab[]; current: string; panelId: string; onChange: (day: string) => void }

/** The days of the plan as tabs, each an address; the arrow keys go from one to the next. */
export function PlanTabs({ tabs, current, panelId, onChange }: Props) {
  const [t, schedule] = [useTranslations('plan'), useTranslations('schedule')]
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [strip, tab] = [list.current, document.getElementById(tabId(current))]
    // So that the days on both sides can be seen.
    if (strip && tab) centreInStrip(strip, tab)
  }, [current])
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ day }) => day === current)
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key]
    const tab = next === undefined ? undefined : tabs.at(next % tabs.length)
    if (!tab) return
    event.preventDefault()
    onChange(tab.day)
    document.getElementById(tabId(tab.day))?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={schedule('days')}
      onKeyDown={onKeyDown}
      className="relative flex min-w-0 grow gap-2 overflow-x-auto py-1"
    >
      {tabs.map(({ day, label, count, conflicts }) => (
        <a
          key={day}
          id={tabId(day)}
          role="tab"
          href={`#${day}`}
          aria-selected={day === current}
          aria-controls={panelId}
          tabIndex={day === current ? 0 : -1}
          onClick={(event) => {
            event.preventDefault()
            onChange(day)
          }}
          className={
            'inline-flex min-h-11 shrink-0 items-center gap-2 rounded-full border border-edge px-4 text-sm ' +
            'font-medium aria-selected:border-accent aria-selected:bg-accent aria-selected:text-on-accent'
          }
        >
          {label}
          {count > 0 ? (
            <span aria-label={t('lead', { count })} role="img" className="text-xs tabular-nums opacity-80">
              {count}
            </span>
          ) : null}
          {conflicts > 0 ? (
            <span
              aria-label={t('conflicts', { count: conflicts })}
              role="img"
              className="rounded-full bg-warning px-2 text-xs text-ground tabular-nums"
            >
              {`⚠ ${conflicts}`}
            </span>
          ) : null}
        </a>
      ))}
    </div>
  )
}

/** The id of a day's tab, which names its panel. */
export function tabId(day: string): string {
  return `tab-${day}`
}
