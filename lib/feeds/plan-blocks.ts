import { instantOf, timeOf } from '@/lib/platform/time'
import type { CalendarWords } from './calendar-words'
import type { CalendarEntry } from './ics'
import type { PlanBlock } from './plan-queries'

type Frame = { days: string[]; timeZone: string; words: CalendarWords }

/**
 * A block's entries: one, or one for each day of the conference at the same time on its clocks. Not a repetition rule: in UTC it would
 * be an hour off once the clocks change.
 */
export function blockEntries(block: PlanBlock, frame: Frame): CalendarEntry[] {
  if (!block.daily) return [entryOf(block, block.id, block.startAt, frame)]
  const time = timeOf(block.startAt, frame.timeZone)
  return frame.days.flatMap((day) => {
    const startAt = instantOf(`${day}T${time}`, frame.timeZone)
    return startAt ? [entryOf(block, `${block.id}-${day}`, startAt, frame)] : []
  })
}

function entryOf(block: PlanBlock, id: string, startAt: Date, { words }: Frame): CalendarEntry {
  const lengthMs = block.endAt.getTime() - block.startAt.getTime()
  return {
    id,
    sequence: block.sequence,
    status: block.droppedAt ? 'cancelled' : 'confirmed',
    title: block.droppedAt ? words('droppedTitle', { title: block.title }) : block.title,
    startAt,
    endAt: new Date(startAt.getTime() + lengthMs),
    createdAt: null,
    updatedAt: block.updatedAt,
    location: '',
    description: '',
    category: null,
    url: null,
    secret: true,
  }
}
