import { matchesIn } from '@/lib/planning/search/matches-in'

/** A text in which what was searched for is marked. */
export function MarkedText({ text, sought }: { text: string; sought: string }) {
  if (!sought) return text
  return matchesIn(text, sought).map(({ part, isMatch }, index) =>
    isMatch ? (
      <mark key={index} className="rounded-sm bg-tint text-inherit underline decoration-2 underline-offset-2">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
