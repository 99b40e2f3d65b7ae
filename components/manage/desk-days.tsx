import { sayDay } from '@/lib/i18n/dates'
import { SectionTabs } from './section-tabs'

type Props = {
  /** Of the page. */ address: string
  label: string
  days: readonly string[]
  day: string
  language: string
}

/** The days of a page of the desk, one of which it shows. */
export function DeskDays({ address, label, days, day, language }: Props) {
  return (
    <SectionTabs
      label={label}
      tabs={days.map((date) => ({
        href: `${address}?day=${date}`,
        name: sayDay(date, language),
        isCurrent: date === day,
      }))}
    />
  )
}
