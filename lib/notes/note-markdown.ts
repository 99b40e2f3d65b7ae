import { openLines, readLine, type MarkedLine } from './marks'

type Kind = 'fenced' | 'blank' | 'list' | 'quote' | 'plain'

/**
 * A note's text as the Markdown that it means: a to-do is a task list's item, a time stays inside of its quote, and
 * what stands below a quote or a list is no part of it.
 */
export function noteMarkdown(text: string): string {
  const open = new Map([...openLines(text)].map(({ line, content }) => [line, content]))
  const written: string[] = []
  let above: Kind = 'blank'
  text.split('\n').forEach((content, line) => {
    const { kind, said } = open.has(line) ? sayLine(content) : { kind: 'fenced' as const, said: content }
    // Without a blank line Markdown would take it into what stands above.
    if (
      kind !== 'blank' &&
      kind !== above &&
      (above === 'quote' || above === 'list') &&
      !(above === 'list' && /^\s/.test(content))
    )
      written.push('')
    written.push(said)
    above = kind
  })
  return written.join('\n')
}

function sayLine(content: string): { kind: Kind; said: string } {
  if (content.trim() === '') return { kind: 'blank', said: content }
  const line = readLine(content)
  if (line.prefix === 'quote') return { kind: 'quote', said: `${line.indent}> ${timed(line)}` }
  if (line.prefix === 'todo') return { kind: 'list', said: `${line.indent}- [${line.done ? 'x' : ' '}] ${timed(line)}` }
  return { kind: /^\s*([-*+]|\d{1,9}[.)])\s/.test(content) ? 'list' : 'plain', said: content }
}

function timed({ time, rest }: MarkedLine): string {
  return time ? `${time} ${rest}` : rest
}
