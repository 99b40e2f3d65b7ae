import { isolated, settleBidi } from '@/lib/platform/bidi'
import { blockDays, type BlockDay } from '@/lib/planning/blocks'
import type { CalendarWords } from './calendar-words'
import type { CalendarEntry } from './ics'
import type { PlanBlock } from './plan-queries'

type Frame = { days: string[]; timeZone: string; words: CalendarWords }

/**
 * A block's entries: one, or one for each day of the conference at the same time on its clocks. Not a repetition rule:
 * in UTC it would be an hour off once the clocks change.
 */
export function blockEntries(block: PlanBlock, frame: Frame): CalendarEntry[] {
  return blockDays(block, frame.days, frame.timeZone).map((time) => entryOf(block, time, frame))
}

function entryOf(block: PlanBlock, { day, startAt, endAt }: BlockDay, { words }: Frame): CalendarEntry {
  return {
    id: block.daily ? `${block.id}-${day}` : block.id,
    sequence: block.sequence,
    status: block.droppedAt ? 'cancelled' : 'confirmed',
    title: block.droppedAt ? words('droppedTitle', { title: isolated(block.title) }) : settleBidi(block.title),
    startAt,
    endAt,
    createdAt: null,
    updatedAt: block.updatedAt,
    location: '',
    description: '',
    category: null,
    url: null,
    secret: true,
  }
}
