import { readLine, type MarkKind } from './marks'
import type { Selected } from './screen-text'

type Marked = Selected & { text: string }

const prefixes = { quote: '> ', question: '? ', todo: '[ ] ', person: '@ ', sponsor: '$ ' } as const

/**
 * Puts a mark at the beginning of the caret's line, or of each line with words of several that are selected, behind its
 * time if it has one. Where they all have this mark they lose it; one that has another gets this instead. A link is put
 * where the caret is; a time before everything.
 * @param time "14:05", for the mark of time
 * @returns the text, and what is selected in it then
 */
export function putMark(text: string, selected: Selected, kind: MarkKind, time: string): Marked {
  if (kind === 'link') return putLink(text, selected.start)
  const { from, to } = linesOf(text, selected)
  const lines = text.slice(from, to).split('\n')
  const isMeant = (line: string) => lines.length === 1 || line.trim() !== ''
  const isTaken = kind !== 'time' && lines.filter(isMeant).every((line) => readLine(line).prefix === kind)
  const change = (line: string) => (kind === 'time' ? withTime(line, time) : withPrefix(line, kind, isTaken))
  const changed = lines.map((line) => (isMeant(line) ? change(line) : line))
  const [first = '', whole] = [changed[0], changed.join('\n')]
  const start = Math.max(from, selected.start + first.length - (lines[0] ?? '').length)
  const end = Math.max(start, selected.end + whole.length - (to - from))
  return {
    text: text.slice(0, from) + whole + text.slice(to),
    start,
    end: selected.start === selected.end ? start : end,
  }
}

/** Where the lines begin and end that are selected; one whose beginning ends the selection is not meant. */
function linesOf(text: string, { start, end }: Selected): { from: number; to: number } {
  const last = end > start && text.charAt(end - 1) === '\n' ? end - 1 : end
  const next = text.indexOf('\n', last)
  return { from: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, to: next === -1 ? text.length : next }
}

function withTime(content: string, time: string): string {
  const { indent } = readLine(content)
  return readLine(content).time ? content : `${indent}${time} ${content.slice(indent.length)}`
}

function withPrefix(content: string, kind: keyof typeof prefixes, isTaken: boolean): string {
  const { indent, time, prefix, rest } = readLine(content)
  if (prefix === kind && !isTaken) return content
  return `${indent}${time ? `${time} ` : ''}${isTaken ? '' : prefixes[kind]}${rest}`
}

function putLink(text: string, caret: number): Marked {
  // The caret lands where the address is pasted.
  const before = text.slice(0, caret)
  const gap = before === '' || /\s$/.test(before.slice(-1)) ? '' : ' '
  const at = caret + gap.length + 'https://'.length
  return { text: `${before}${gap}https://${text.slice(caret)}`, start: at, end: at }
}
