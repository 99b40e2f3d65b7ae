/** Which of the two a session’s source names; neither: it has none, it names others, or somebody decided by hand. */
export type NamedBySource = { part: boolean; holder: boolean }
/** What the merge noted of a session: it had the one alone, or both; null: it came since. */
export type Noted = 'one' | 'both' | null

/**
 * Which of two parts a session has when they are taken apart: as its source says now, whenever it came; else as it was
 * before the merge.
 */
export function whereTo({ part, holder }: NamedBySource, noted: Noted): 'back' | 'stays' | 'both' {
  if (part && holder) return 'both'
  if (part || holder) return part ? 'back' : 'stays'
  return noted === 'one' ? 'back' : (noted ?? 'stays')
}
