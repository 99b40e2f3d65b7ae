import type { Language } from '@/lib/i18n/language-names'
import { openLines, readLine } from '@/lib/notes/marks'
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
  const open = new Map([...openLines(text)].map(({ line, content }) => [line, content]))
  const words = recapWords(language)
  const kept: string[] = []
  let [isAboutSomeone, isOfToDo] = [false, false]
  text.split('\n').forEach((content, line) => {
    if (!open.has(line)) return void (isAboutSomeone || kept.push(content))
    const { indent, time, prefix, rest } = readLine(content)
    if (prefix === 'person' || prefix === 'sponsor') isAboutSomeone = !isChosen(line)
    else if (content.trim() === '' || prefix !== null) isAboutSomeone = false
    if (prefix === 'person' || prefix === 'sponsor' || isAboutSomeone) return
    // What is indented below a to-do is a part of it.
    isOfToDo = prefix === 'todo' || (isOfToDo && indent.length > 1 && rest.trim() !== '')
    // A line of its own in the note is none in the recap: without blank lines Markdown would join what stood around it.
    if (isOfToDo) kept.push('')
    else if (prefix !== 'question') kept.push(withNamedLinks(content))
    else if (rest.trim())
      kept.push(`${indent}${time ? `${time} ` : ''}${words('question', { question: withNamedLinks(rest.trim()) })}`)
  })
  return noteMarkdown(kept.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

// "[](https://…)" has nothing to tap.
function withNamedLinks(line: string): string {
  return line.replace(/(?<!!)\[\s{0,20}\]\((https?:\/\/[^\s()<>]{1,2000})\)/g, '<$1>')
}
