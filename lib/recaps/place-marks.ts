import { openLines } from '@/lib/notes/marks'

/** A place in a recap where something is still missing: "[to do: slides]". Its line is counted from 0. */
export type PlaceMark = { line: number; text: string; /** The mark itself, brackets and all. */ written: string }

const prefixes = { en: 'to do', fr: 'à faire' } as const
// Bounded: a line of brackets takes time in proportion to it.
const PLACE_MARK = /\[(?:to do|à faire)[ \u00a0\u202f]?:[ \u00a0]?([^[\]\n]{1,300})\]/gi

/** Marks a place for what is missing there, in the recap's language. */
export function placeMark(text: string, language: keyof typeof prefixes): string {
  // A bracket would end the mark before its time.
  const said = text.replace(/[[\]\s]+/g, ' ').trim().slice(0, 300)
  return language === 'fr' ? `[${prefixes.fr} : ${said}]` : `[${prefixes.en}: ${said}]`
}

/** All place marks of a recap, in both languages, in the order of its text; those in code are no marks. */
export function findPlaceMarks(markdown: string): PlaceMark[] {
  const found: PlaceMark[] = []
  for (const { line, content } of openLines(markdown)) {
    for (const [written, text = ''] of content.matchAll(PLACE_MARK)) found.push({ line, text: text.trim(), written })
  }
  return found
}
