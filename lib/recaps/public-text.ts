import { openLines, readLine } from '@/lib/notes/marks'
import { noteMarkdown } from '@/lib/notes/note-markdown'
import { placeMark } from './place-marks'

type Options = {
  language: 'en' | 'fr'
  /** May what is said of a person or a sponsor on this line be public? */
  isChosen: (line: number) => boolean
}

/**
 * What of a note goes into a recap, as Markdown: no person or sponsor (chosen ones have a place of their own) and nothing
 * that stands directly below one; open to-dos as place marks, done ones not at all.
 */
export function publicText(text: string, { language, isChosen }: Options): string {
  const open = new Map([...openLines(text)].map(({ line, content }) => [line, content]))
  const kept: string[] = []
  let isAboutSomeone = false
  text.split('\n').forEach((content, line) => {
    if (!open.has(line)) return void (isAboutSomeone || kept.push(content))
    const { prefix, done, rest } = readLine(content)
    if (prefix === 'person' || prefix === 'sponsor') isAboutSomeone = !isChosen(line)
    else if (content.trim() === '' || prefix !== null) isAboutSomeone = false
    if (prefix === 'person' || prefix === 'sponsor' || isAboutSomeone) return
    if (prefix !== 'todo') kept.push(content)
    else if (!done && rest.trim()) kept.push('', placeMark(rest, language), '')
  })
  return noteMarkdown(kept.join('\n')).replace(/\n{3,}/g, '\n\n').trim()
}
