import { pageAddress } from '@/lib/program/addresses'

type Props = {
  conference: string
  days: { date: string; label: string }[]
  current: string | null
  name: string
  today?: string
}

/** The days as addresses of their own; the strip scrolls sideways and stays. */
export function DayTabs({ conference, days, current, name }: Props) {
  return (
    <nav aria-label={name} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-2">
      {days.map(({ date, label }) => (
        <a
          key={date}
          href={pageAddress(conference, 'day', date)}
          aria-current={date === current ? 'page' : undefined}
          className={
            'inline-flex min-h-11 shrink-0 items-center rounded-full border border-edge px-4 text-sm font-medium ' +
            'aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent'
          }
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
