import { oneLine } from '@/lib/platform/clean-text'

/** What is parsed as Markdown at all (lib/platform/tangled-markdown.ts). */
export const MOST_RECAP_CHARACTERS = 100_000

export const MOST_TITLE_CHARACTERS = 200
export const MOST_SUMMARY_CHARACTERS = 500

/** Why a recap cannot be saved as it stands in an editor, the first thing from above; null: it can. */
export function whyUnfit({ title, summary }: { title: string; summary: string }) {
  const line = oneLine(title)
  if (line === '') return 'titleMissing'
  if (line.length > MOST_TITLE_CHARACTERS) return 'titleTooLong'
  return summary.trim().length > MOST_SUMMARY_CHARACTERS ? 'summaryTooLong' : null
}

/** May an editor hold this instead of what it held? What is too long already may still become shorter. */
export function fitsRecap(text: string, before: string): boolean {
  return text.length <= MOST_RECAP_CHARACTERS || text.length < before.length
}
