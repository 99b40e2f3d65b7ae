import type { Language } from '@/lib/i18n/language-names'
import { openLines, readLine } from '@/lib/notes/marks'

/** A place in a recap where something is still missing: "[to do: slides]", "[to come]". Its line is counted from 0. */
export type PlaceMark = { line: number; text: string; /** The mark itself, brackets and all. */ written: string }

/** How a mark begins, with what its language puts before a colon. */
const prefixes: Record<Language, string> = { en: 'to do', fr: 'à faire ' }
// Bounded: a line of brackets takes time in proportion to it.
const MARK_OF = String.raw`(?:to ?do|à faire)[ \u00a0\u202f]?:[ \u00a0]?([^[\]\n]{1,300})`
const MARK_ALONE = '(to ?do|to come|tbd|à faire|à venir|à compléter)'
const PLACE_MARK = new RegExp(String.raw`\[(?:${MARK_OF}|${MARK_ALONE})\](?![(:[])`, 'gi')

/** Marks a place for what is missing there, in the recap's language. */
export function placeMark(text: string, language: Language): string {
  // A bracket would end the mark before its time.
  const said = text
    .replace(/[[\]\s]+/g, ' ')
    .trim()
    .slice(0, 300)
  return `[${prefixes[language]}: ${said}]`
}

/** All place marks of a recap, in both languages, in the order of its text; those in code are no marks. */
export function findPlaceMarks(markdown: string): PlaceMark[] {
  const found: PlaceMark[] = []
  for (const { line, content } of openLines(markdown)) {
    for (const [written, of, alone = ''] of content.matchAll(PLACE_MARK))
      found.push({ line, text: (of ?? alone).trim(), written })
  }
  return found
}

/** What stands in a recap and is not meant for its readers, as written. Its line is counted from 0. */
export type Unfinished = { line: number; written: string }

// A quote is one for readers, too.
const OWN_PREFIXES: readonly string[] = ['question', 'person', 'sponsor']

/**
 * What in a recap is not meant for its readers, line by line: its place marks, to-dos that somebody wrote into it, and
 * what still begins as it did in a note of theirs: "? …", "@ …", "$ …".
 */
export function findUnfinished(markdown: string): Unfinished[] {
  const own = [...openLines(markdown)].flatMap(({ line, content }): Unfinished[] => {
    const { prefix, done, rest } = readLine(content)
    if (!rest.trim() || prefix === null) return []
    if (prefix === 'todo') return done ? [] : [{ line, written: `[ ] ${rest.trim()}` }]
    return OWN_PREFIXES.includes(prefix) ? [{ line, written: content.trim() }] : []
  })
  const places = findPlaceMarks(markdown).map(({ line, written }) => ({ line, written }))
  return [...places, ...own].sort((a, b) => a.line - b.line)
}
