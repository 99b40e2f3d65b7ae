import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { SearchBox } from '../search-box'
import { DayTabs } from '../day-tabs'
import { DAY_BAR } from './place-day'

type Props = {
  conference: string
  days: { date: string; label: string }[]
  day: string
  /** The day in words. */ heading: string
  /** How much of it is shown. */ status: string
  query: string
  onSearch: (query: string) => void
  onNeedWhole: () => void
  /** How many filters are chosen. */ chosen: number
  onFilter: () => void
  /** How it is looked at. */ tools?: ReactNode
  /** What narrows the day. */ children?: ReactNode
}

/** What stays above a day: which one it is, a search, and one button for all that narrows it. */
export function DayBar(props: Props) {
  const { conference, days, day, heading, status, query, onSearch, onNeedWhole, chosen, onFilter, tools, children } =
    props
  const t = useTranslations('schedule')
  const [isSearching, setSearching] = useState(false)
  const hasSearch = isSearching || query !== ''
  const round = 'inline-flex size-11 shrink-0 items-center justify-center rounded-full hover:bg-sunken'
  return (
    <div id={DAY_BAR} className="day-bar -mx-4 border-b border-line bg-ground px-4">
      <DayTabs conference={conference} days={days} current={day} name={t('days')} />
      <div className="flex min-h-12 items-center gap-1 max-[12.5rem]:flex-wrap">
        <div className={`min-w-0 grow max-[12.5rem]:basis-full ${hasSearch ? 'sr-only lg:not-sr-only' : ''}`}>
          <h2 className="text-[1.0625rem] font-semibold leading-tight first-letter:uppercase">{heading}</h2>
          <p role="status" className="truncate text-xs leading-tight text-muted">
            {status}
          </p>
        </div>
        {tools}
        <SearchBox
          value={query}
          isOpen={hasSearch}
          onOpen={() => setSearching(true)}
          onClose={() => {
            setSearching(false)
            onSearch('')
          }}
          onFocus={onNeedWhole}
          onChange={onSearch}
        />
        {hasSearch ? null : (
          <button
            type="button"
            aria-label={t('search')}
            onClick={() => setSearching(true)}
            className={`${round} lg:hidden`}
          >
            <Icon name="search" className="size-5" />
          </button>
        )}
        <button
          type="button"
          aria-haspopup="dialog"
          aria-label={chosen > 0 ? t('filterChosen', { count: chosen }) : undefined}
          onClick={onFilter}
          className={
            'inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full px-3 text-sm font-medium ' +
            (chosen > 0 ? 'bg-tint text-ink' : 'hover:bg-sunken')
          }
        >
          <Icon name="filter" className="size-5" />
          <span className={hasSearch ? 'max-lg:sr-only' : 'max-[22rem]:sr-only'}>{t('filterBy')}</span>
          {chosen > 0 ? <span className="tabular-nums">{chosen}</span> : null}
        </button>
      </div>
      {children}
    </div>
  )
}
