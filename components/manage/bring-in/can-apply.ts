import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'

/**
 * May what was looked at be let in, at once or as soon as its guards are ticked and its questions answered? Not where a
 * field is missing (source, format, time zone): then it has to be looked at again.
 */
export function canApply(seen: BringInPreview | null): seen is BringInPreview {
  return (
    seen !== null &&
    seen.counts.sessions > 0 &&
    (seen.reason === null || seen.reason === 'guarded' || seen.reason === 'answer-needed')
  )
}

/** How many changes there are; null: all of it is new, and its sessions are what one counts. */
export function countChanges({ diff }: Pick<BringInPreview, 'diff'>): number | null {
  if (diff === null) return null
  const { added, changed, cancelled, restored, unchanged } = diff
  const others = changed + cancelled + restored
  return others + unchanged === 0 ? null : added + others
}
