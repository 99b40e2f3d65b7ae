/** What is parsed as Markdown at all (lib/platform/tangled-markdown.ts). */
export const MOST_RECAP_CHARACTERS = 100_000

/** May an editor hold this instead of what it held? What is too long already may still become shorter. */
export function fitsRecap(text: string, before: string): boolean {
  return text.length <= MOST_RECAP_CHARACTERS || text.length < before.length
}
