import { settleBidi } from '@/lib/platform/bidi'
import { blockDays, type BlockDay } from '@/lib/planning/blocks'
import type { WantedEntry } from './feed-revisions'
import type { PlanBlock } from './plan-queries'

/**
 * A block's entries: one, or one for each day of the conference at the same time on its clocks. Not a repetition rule:
 * in UTC it would be an hour off once the clocks change.
 */
export function blockEntries(block: PlanBlock, frame: { days: string[]; timeZone: string }): WantedEntry[] {
  return blockDays(block, frame.days, frame.timeZone).map((time) => entryOf(block, time))
}

function entryOf(block: PlanBlock, { day, startAt, endAt }: BlockDay): WantedEntry {
  const title = settleBidi(block.title)
  return {
    id: block.daily ? `${block.id}-${day}` : block.id,
    sequence: block.sequence,
    status: 'confirmed',
    name: title,
    title,
    dayOn: day,
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
