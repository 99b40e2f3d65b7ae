import { dateOfWhen, sayClock, sayDay } from '@/lib/i18n/dates'
import type { GridScale } from '@/lib/planning/grid/scale'
import { HOUR_MS } from '@/lib/platform/time'

type Props = {
  scale: GridScale
  /** The day that stands above. */ day: string | undefined
  timeZone: string
  language: string
}

/** The hours of a timetable at its left, which stay there; where another date begins, it is said. */
export function Hours({ scale: { span, height, hours, y }, day, timeZone, language }: Props) {
  // The day above is the first hour's, unless these clocks are on another by then.
  const dayAt = (hour: number) => (hour < span.start ? day : dateOfWhen({ startAt: hour }, timeZone))
  return (
    <div className="sticky left-0 z-20 w-14 shrink-0 border-r border-line bg-raised">
      <div className="sticky top-0 z-10 h-14 border-b border-line bg-raised" />
      <div className="relative" style={{ height }}>
        {hours.map((hour) => (
          <time
            key={hour}
            dateTime={new Date(hour).toISOString()}
            className="absolute right-1 text-right text-xs font-medium tabular-nums text-muted"
            style={{ top: y(hour) }}
          >
            {dayAt(hour) === dayAt(hour - HOUR_MS) ? null : (
              <span className="block text-[0.625rem] leading-tight">{sayDay(dayAt(hour) ?? '', language)}</span>
            )}
            {sayClock(new Date(hour), timeZone)}
          </time>
        ))}
      </div>
    </div>
  )
}
