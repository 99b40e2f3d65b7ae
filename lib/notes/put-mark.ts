import { readLine, type MarkKind } from './marks'

type Marked = { text: string; /** Where the caret stands then. */ caret: number }

const prefixes = { quote: '> ', question: '? ', todo: '[ ] ', person: '@ ', sponsor: '$ ' } as const

/**
 * Puts a mark at the beginning of the caret's line, behind its time if it has one; a line that has this mark loses it,
 * one that has another gets this instead. A link is put where the caret is; a time before everything.
 * @param time "14:05", for the mark of time
 */
export function putMark(text: string, caret: number, kind: MarkKind, time: string): Marked {
  if (kind === 'link') return putLink(text, caret)
  const start = text.lastIndexOf('\n', caret - 1) + 1
  const next = text.indexOf('\n', caret)
  const content = text.slice(start, next === -1 ? undefined : next)
  const changed = kind === 'time' ? withTime(content, time) : withPrefix(content, kind)
  return {
    text: text.slice(0, start) + changed + text.slice(start + content.length),
    caret: Math.max(start, caret + changed.length - content.length),
  }
}

function withTime(content: string, time: string): string {
  const { indent } = readLine(content)
  return readLine(content).time ? content : `${indent}${time} ${content.slice(indent.length)}`
}

function withPrefix(content: string, kind: keyof typeof prefixes): string {
  const { indent, time, prefix, rest } = readLine(content)
  return `${indent}${time ? `${time} ` : ''}${prefix === kind ? '' : prefixes[kind]}${rest}`
}

function putLink(text: string, caret: number): Marked {
  // The caret lands where the address is pasted.
  const before = text.slice(0, caret)
  const gap = before === '' || /\s$/.test(before.slice(-1)) ? '' : ' '
  return { text: `${before}${gap}https://${text.slice(caret)}`, caret: caret + gap.length + 'https://'.length }
}
