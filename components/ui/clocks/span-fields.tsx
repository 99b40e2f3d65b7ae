'use client'

import { useRef, useState, type ComponentProps } from 'react'
import { clockAfter, minutesBetween } from '@/lib/platform/clocks/span-clock'
import { ClockField } from './clock-field'

type Clock = ComponentProps<typeof ClockField>

/** From when until when, as two times: another beginning takes the end along, so that it lasts as long as it did. */
export function SpanFields({ start, end }: { start: Clock; end: Clock }) {
  const box = useRef<HTMLDivElement>(null)
  const [first] = useState(() => ({
    start: start.defaultValue ?? '',
    lasts: minutesBetween(start.defaultValue ?? '', end.defaultValue ?? ''),
  }))
  const known = useRef(first)
  const startsAt = (clock: string) => {
    const { lasts } = known.current
    known.current = { start: clock, lasts }
    start.onClock?.(clock)
    const until = lasts === null ? null : clockAfter(clock, lasts)
    const input = box.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(end.name)}"]`)
    if (until === null || !input || input.value === until) return
    // Whoever writes the end already, before it was heard that the beginning is another, says it themselves.
    if (input === document.activeElement) return
    input.value = until
    end.onClock?.(until)
  }
  const endsAt = (clock: string) => {
    const { start: from } = known.current
    known.current = { start: from, lasts: minutesBetween(from, clock) }
    end.onClock?.(clock)
  }
  return (
    <div ref={box} className="contents">
      <ClockField {...start} onClock={startsAt} />
      <ClockField {...end} onClock={endsAt} />
    </div>
  )
}
