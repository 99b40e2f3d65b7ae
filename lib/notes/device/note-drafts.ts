/** Texts that are open on this page, and how to store what was typed into them. */
const drafts = new Map<string, Set<() => Promise<void>>>()

/** Remembers an open text. @returns how to forget it */
export function keepOpenNote(id: string, flush: () => Promise<void>): () => void {
  const known = drafts.get(id) ?? new Set()
  drafts.set(id, known.add(flush))
  return () => known.delete(flush)
}

/** Stores what was typed into a note: an edit that is stored after its deletion would bring it back. */
export async function flushDrafts(id: string): Promise<void> {
  await Promise.all([...(drafts.get(id) ?? [])].map((flush) => flush()))
}
