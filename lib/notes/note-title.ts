import { settleBidi } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'
import { readLine } from './marks'

const LONGEST = 80

/**
 * What a note is called where it has no session: its first words without their mark, else where it was written; empty
 * when it has neither.
 */
export function noteTitle({ text, place }: { text: string; place?: string }): string {
  for (const line of firstLines(text)) {
    const words = readLine(line)
      .rest.replace(/^#{1,6}\s+/, '')
      .trim()
    if (words) return settleBidi(shorten(words, LONGEST))
  }
  return settleBidi(place ?? '')
}

// The title of a note of 200 kB takes no reading of 200 kB.
function firstLines(text: string): string[] {
  return text.slice(0, 2_000).split('\n')
}
