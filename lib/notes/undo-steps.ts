import type { TextChange } from './text-diff'

/**
 * What one undo takes back, as far as it has come: a word with what stands behind it until the next one begins, or what
 * is erased in one go. It is told by the letters alone, not by how fast they come: who types without a pause undoes no
 * more at once than who thinks.
 */
export type UndoStep = { /** Where its last change ended. */ end: number; length: number; erases: boolean }

// Scripts without spaces have no words to end a step at.
const MOST_IN_STEP = 40

/** @param step null: a new one */
export function stepWith(step: UndoStep | null, { at, remove, insert }: TextChange): UndoStep {
  return { end: at + insert.length, length: (step?.length ?? 0) + insert.length - remove, erases: insert === '' }
}

/** Does a change belong to the step before it? @param before the text as it was */
export function goesOn(step: UndoStep, { at, remove, insert }: TextChange, before: string): boolean {
  const erases = insert === ''
  if (erases !== step.erases) return false
  // Backwards, or forwards.
  if (erases) return at + remove === step.end || at === step.end
  if (at + remove !== step.end) return false
  // A keyboard that composes or corrects replaces what it wrote.
  return remove > 0 || (step.length < MOST_IN_STEP && !beginsWord(before, at, insert))
}

function beginsWord(before: string, at: number, insert: string): boolean {
  return at > 0 && /\s/.test(before.charAt(at - 1)) && !/^\s/.test(insert)
}
