import { fold, queryWords } from '@/lib/platform/search/fold'
import { openLines, parseMarks, readLine, type MarkKind } from './marks'

/** A line of a note as it is read: its words without what marks them, and what it was marked as. */
export type ReadLine = { kind: MarkKind | null; text: string; /** Who said it. */ by?: string }

// The first words of a note of 200 kB take no reading of 200 kB; nor does finding some in it.
const MOST_BEFORE = 2_000
const MOST_SOUGHT = 20_000

/** The first line of a note that has words; null: none has. */
export function noteLead(text: string): ReadLine | null {
  return firstLine(text.slice(0, MOST_BEFORE), () => true)
}

/**
 * The first line of a note in which a word of the query occurs, with its time where that was sought.
 * @returns null: there is none near the note's beginning
 */
export function foundLine(text: string, query: string): ReadLine | null {
  const words = queryWords(query)
  const isFound = (part: string) => {
    const folded = fold(part)
    return words.some((word) => folded.includes(word))
  }
  return firstLine(text.slice(0, MOST_SOUGHT), isFound, isFound)
}

function firstLine(
  text: string,
  isWanted: (content: string) => boolean,
  isTimeWanted: (time: string) => boolean = () => false,
): ReadLine | null {
  for (const { content } of openLines(text)) {
    if (!isWanted(content)) continue
    const read = readWords(content)
    const { time = '' } = readLine(content)
    const said = isTimeWanted(time) ? `${time} ${read.text}`.trim() : read.text
    if (said) return { ...read, text: said }
  }
  return null
}

function readWords(content: string): ReadLine {
  const marks = parseMarks(content)
  const own = marks.find(({ kind }) => kind !== 'link')
  const said = own?.text ?? readLine(content).rest
  // A link is called by its words.
  const named = marks.reduce(
    (rest, mark) => (mark.kind === 'link' ? rest.replace(`[${mark.text}](${mark.url})`, mark.text) : rest),
    said,
  )
  const text = named
    .replace(/^(?:#{1,6}|[-*+])\s+/, '')
    .replaceAll('**', '')
    .trim()
  return { kind: own?.kind ?? null, text, ...(own?.kind === 'quote' && own.by && { by: own.by }) }
}
