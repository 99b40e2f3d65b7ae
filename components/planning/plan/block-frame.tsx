import type { ReactNode } from 'react'
import { FillBar } from '@/components/ui/fill-bar'
import { sayClock } from '@/lib/i18n/dates'
import { MINUTE_MS } from '@/lib/platform/time'

/** In rem, so that it grows with the text: three lines have room in the shortest. */
const [SHORTEST_REM, LONGEST_REM, REM_PER_MINUTE] = [4, 12, 0.09]

const looks = {
  first: 'border-line border-l-track bg-raised',
  // Lighter than a first choice, and not by its colour alone.
  planB: 'border-dashed border-edge border-l-track bg-ground',
  block: 'border-dashed border-edge bg-sunken',
  conflict: 'border-warning border-l-warning bg-raised',
} as const

type Props = {
  look: keyof typeof looks
  color?: number
  /** Milliseconds since 1970. */
  start: number
  end: number
  timeZone: string
  now: Date
  /** Both times as they are read, the day included where it is another. */
  when: string
  /** Says that it is on, and how long still. */
  onNow: string
  children: ReactNode
}

/** One entry of a plan's day: its times beside it, and a box that is the higher the longer it lasts. */
export function BlockFrame({ look, color = 0, start, end, timeZone, now, when, onNow, children }: Props) {
  const at = now.getTime()
  const minHeight = Math.min(LONGEST_REM, Math.max(SHORTEST_REM, ((end - start) / MINUTE_MS) * REM_PER_MINUTE))
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 break-inside-avoid max-[17rem]:grid-cols-1">
      <p className="pt-2 text-sm leading-tight tabular-nums max-[17rem]:flex max-[17rem]:pb-1">
        <span className="sr-only">{when} </span>
        <span aria-hidden="true" className="block font-semibold">
          {sayClock(new Date(start), timeZone)}
        </span>
        <span aria-hidden="true" className="block text-muted">
          –{sayClock(new Date(end), timeZone)}
        </span>
      </p>
      <div
        style={{ minHeight: `${minHeight}rem` }}
        className={
          `track-${color} relative grid content-start gap-0.5 rounded-lg border border-l-4 px-3 py-2 ${looks[look]} ` +
          `has-[>a:focus-visible]:outline-3 has-[>a:focus-visible]:outline-accent ${at >= end ? 'text-muted' : ''}`
        }
      >
        {children}
        {start <= at && at < end ? (
          <div className="mt-1 grid gap-1 text-sm font-semibold text-accent tabular-nums">
            <p>{onNow}</p>
            <FillBar share={(end - at) / (end - start)} className="" />
          </div>
        ) : null}
      </div>
    </li>
  )
}
