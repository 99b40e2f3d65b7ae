import type { Language } from '@/lib/i18n/language-names'
import { openLines, readLine, type MarkedLine } from '@/lib/notes/marks'
import { noteMarkdown } from '@/lib/notes/note-markdown'
import { recapWords } from './recap-words'

type Options = {
  language: Language
  /** May what is said of a person or a sponsor on this line be public? */
  isChosen: (line: number) => boolean
}

/**
 * What of a note goes into a recap, as Markdown: no person or sponsor (chosen ones have a place of their own) and
 * nothing that stands directly below one; none of their own to-dos; a question as a sentence, a link without words as
 * its address.
 */
export function publicText(text: string, { language, isChosen }: Options): string {
  const words = recapWords(language)
  const kept = fatesOf(text, isChosen).flatMap(({ content, read, fate }) => {
    // A line of its own in the note is none in the recap: without blank lines Markdown would join what stood around it.
    if (fate === 'toDo') return ['']
    if (fate !== 'kept') return []
    if (!read) return [content]
    const { indent, time, prefix, rest } = read
    if (prefix !== 'question') return [withNamedLinks(content)]
    const asked = words('question', { question: withNamedLinks(rest.trim()) })
    return rest.trim() ? [`${indent}${time ? `${time} ` : ''}${asked}`] : []
  })
  return noteMarkdown(kept.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Lines of a note that stay out of a recap: below each person or sponsor who is not chosen, by their line; to-dos. */
export type LeftOut = { about: ReadonlyMap<number, string[]>; toDos: string[] }

/** What of a note stays out of a recap while nobody is chosen, as it is written. */
export function leftOutOf(text: string): LeftOut {
  const about = new Map<number, string[]>()
  const toDos: string[] = []
  for (const { content, fate } of fatesOf(text, () => false)) {
    if (content.trim() === '' || fate === 'kept' || fate === 'named') continue
    if (fate === 'toDo') toDos.push(content.trim())
    else about.set(fate.about, [...(about.get(fate.about) ?? []), content.trim()])
  }
  return { about, toDos }
}

type Fated = {
  content: string
  /** Null: it is code. */ read: MarkedLine | null
  /** `named`: a person or sponsor; else who is not chosen and stands above it, by their line. */
  fate: 'kept' | 'named' | 'toDo' | { about: number }
}

function fatesOf(text: string, isChosen: Options['isChosen']): Fated[] {
  const open = new Set([...openLines(text)].map(({ line }) => line))
  let about: number | null = null
  let isOfToDo = false
  return text.split('\n').map((content, line): Fated => {
    const left = about === null ? 'kept' : { about }
    if (!open.has(line)) return { content, read: null, fate: left }
    const read = readLine(content)
    const { indent, prefix, rest } = read
    if (prefix === 'person' || prefix === 'sponsor') {
      // Nobody can be chosen, nor be meant, where there is no name.
      about = rest.trim() === '' || isChosen(line) ? null : line
      return { content, read, fate: 'named' }
    }
    if (content.trim() === '' || prefix !== null) about = null
    if (about !== null) return { content, read, fate: { about } }
    // What is indented below a to-do is a part of it.
    isOfToDo = prefix === 'todo' || (isOfToDo && indent.length > 1 && rest.trim() !== '')
    return { content, read, fate: isOfToDo ? 'toDo' : 'kept' }
  })
}

// "[](https://…)" has nothing to tap.
function withNamedLinks(line: string): string {
  return line.replace(/(?<!!)\[\s{0,20}\]\((https?:\/\/[^\s()<>]{1,2000})\)/g, '<$1>')
}
