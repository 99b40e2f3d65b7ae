import { pageAddress } from '@/lib/program/addresses'

type Props = {
  conference: string
  days: { date: string; label: string }[]
  current: string | null
  name: string
}

/** The days as addresses of their own; the strip scrolls sideways and stays. */
export function DayTabs({ conference, days, current, name }: Props) {
  return (
    <nav aria-label={name} className="relative -mx-4 flex gap-1 overflow-x-auto px-4 py-0.5">
      {days.map(({ date, label }) => (
        <a
          key={date}
          href={pageAddress(conference, 'day', date)}
          aria-current={date === current ? 'page' : undefined}
          className={
            'inline-flex min-h-11 shrink-0 items-center rounded-full px-4 text-sm font-medium text-muted ' +
            'hover:bg-sunken aria-[current]:bg-accent aria-[current]:text-on-accent' +
            // Where none is chosen, nothing else says that these are to be tapped.
            (current === null ? ' border border-edge' : '')
          }
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
