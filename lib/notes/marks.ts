/**
 * Marks: what a line of a note is, said by how it begins, so that it can be typed with a thumb or dictated.
 *
 *   > what was said — who said it      ? a question        [ ] something to do, [x] done
 *   @ Name, Company — about them       $ Company — what    14:05 what happened then
 *
 * A time may stand before any of the others. Links are found anywhere in a line. Nothing inside a code fence is a mark.
 * Every pattern here is anchored or bounded: a line of any length takes time in proportion to it.
 */
export type Mark = {
  /** Counted from 0. */ line: number
  /** Without the prefix. */ text: string
  /** "14:05", as written. */ time?: string
} & (
  | { kind: 'quote'; by?: string }
  | { kind: 'question' }
  | { kind: 'todo'; done: boolean }
  | { kind: 'time' }
  | { kind: 'person'; name: string; company?: string; about?: string }
  | { kind: 'sponsor'; company: string; about?: string }
  | { kind: 'link'; url: string }
)

export const markKinds = ['quote', 'question', 'todo', 'link', 'time', 'person', 'sponsor'] as const
export type MarkKind = (typeof markKinds)[number]

/** A line parted into its time and what follows, for those who look at how it begins. */
export type MarkedLine = {
  indent: string
  time?: string
  prefix: 'quote' | 'question' | 'todo' | 'person' | 'sponsor' | null
  done: boolean
  rest: string
}

const TIME = /^(\d{1,2})[:h](\d{2})(?=\s|$)\s*/
const TODO = /^(?:[-*+]\s+)?\[([ xX]?)\](?:\s+|$)/
const FENCE = /^\s{0,3}(```|~~~)/
const LINK = /\[([^[\]\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,2000})\)|https?:\/\/[^\s<>"]+/g

const prefixes = [
  { prefix: 'quote', begins: /^>\s*/ },
  { prefix: 'question', begins: /^\?\s+/ },
  { prefix: 'person', begins: /^@\s*(?=\S)/ },
  { prefix: 'sponsor', begins: /^\$\s+/ },
] as const

/** All marks of a note, in the order in which they are written; a line's links come after the line's own mark. */
export function parseMarks(text: string): Mark[] {
  const marks: Mark[] = []
  for (const { line, content } of openLines(text)) {
    const mark = markOf(content, line)
    const last = marks.at(-1)
    // "> — Name" on a line of its own names who said the line above.
    if (mark?.kind === 'quote' && mark.text === '' && mark.by && last?.kind === 'quote' && last.line === line - 1)
      last.by ??= mark.by
    else if (mark && mark.text !== '') marks.push(mark)
    marks.push(...linksOf(content, line))
  }
  return marks
}

/** The lines of a note that may be marks: those outside of code fences. */
export function* openLines(text: string): Generator<{ line: number; content: string }> {
  let fence: string | null = null
  let line = 0
  for (const content of text.split('\n')) {
    const mark = FENCE.exec(content)?.[1] ?? null
    if (fence === null && mark === null) yield { line, content }
    if (mark !== null) fence = fence === null ? mark : fence === mark ? null : fence
    line++
  }
}

/** Parts a line into its time, its prefix and the rest. */
export function readLine(content: string): MarkedLine {
  const bare = content.trimStart()
  const time = readTime(bare)
  const after = time ? bare.slice(time.length) : bare
  const head = { indent: content.slice(0, content.length - bare.length), ...(time && { time: time.text }) }
  const todo = TODO.exec(after)
  if (todo) return { ...head, prefix: 'todo', done: todo[1]?.toLowerCase() === 'x', rest: after.slice(todo[0].length) }
  for (const { prefix, begins } of prefixes) {
    const match = begins.exec(after)
    if (match) return { ...head, prefix, done: false, rest: after.slice(match[0].length) }
  }
  return { ...head, prefix: null, done: false, rest: after }
}

/** The note with the to-do of this line ticked or open; unchanged where there is none. */
export function tickTodo(text: string, line: number, done: boolean): string {
  const lines = text.split('\n')
  const content = lines[line]
  if (content === undefined) return text
  const { prefix, done: isDone } = readLine(content)
  if (prefix !== 'todo' || isDone === done) return text
  // The first bracket is the box: before it stand only a time and a dash.
  lines[line] = content.replace(/\[[ xX]?\]/, done ? '[x]' : '[ ]')
  return lines.join('\n')
}

/** Where a to-do stands now, in a text that may have changed since it was read; null when it is gone. */
export function findTodo(text: string, { line, text: said }: { line: number; text: string }): number | null {
  const todos = parseMarks(text).filter((mark) => mark.kind === 'todo' && mark.text === said)
  const nearest = todos.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0]
  return nearest?.line ?? null
}

function readTime(bare: string): { text: string; length: number } | null {
  const match = TIME.exec(bare)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  return match && hour < 24 && minute < 60
    ? { text: `${String(hour).padStart(2, '0')}:${match[2]}`, length: match[0].length }
    : null
}

function markOf(content: string, line: number): Mark | null {
  const { prefix, time, done, rest } = readLine(content)
  const base = { line, ...(time && { time }) }
  const text = rest.trim()
  if (prefix === 'todo') return { ...base, kind: 'todo', text, done }
  if (prefix === 'question') return { ...base, kind: 'question', text }
  if (prefix === 'quote') return quoteOf(base, text)
  if (prefix === 'person') return personOf(base, text)
  if (prefix === 'sponsor') {
    const [company, about] = partAt(text, [' — ', ' – ', ' -- ', ' - '])
    return { ...base, kind: 'sponsor', text, company, ...(about && { about }) }
  }
  return time ? { ...base, kind: 'time', text } : null
}

function quoteOf(base: { line: number; time?: string }, text: string): Mark {
  const spaced = ` ${text}`
  const at = Math.max(...[' — ', ' – ', ' -- '].map((dash) => spaced.lastIndexOf(dash)))
  const by =
    at === -1
      ? ''
      : spaced
          .slice(at)
          .replace(/^ \S+ /, '')
          .trim()
  return by ? { ...base, kind: 'quote', text: spaced.slice(0, at).trim(), by } : { ...base, kind: 'quote', text }
}

function personOf(base: { line: number; time?: string }, text: string): Mark {
  const [who, about] = partAt(text, [' — ', ' – ', ' -- ', ' - '])
  const [name, company] = partAt(who, [','])
  return { ...base, kind: 'person', text, name, ...(company && { company }), ...(about && { about }) }
}

/** Parted at whichever separator comes first. */
function partAt(text: string, separators: string[]): [string, string | undefined] {
  const found = separators
    .map((separator) => ({ separator, at: text.indexOf(separator) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)[0]
  return found
    ? [text.slice(0, found.at).trim(), text.slice(found.at + found.separator.length).trim()]
    : [text, undefined]
}

function linksOf(content: string, line: number): Mark[] {
  return [...content.matchAll(LINK)].map(([whole, label, target]) => {
    const url = target ?? withoutPunctuation(whole)
    return { kind: 'link', line, text: label?.trim() || url, url }
  })
}

// The sentence's, not the address's. A loop: a pattern would try from every dot of a line of dots.
function withoutPunctuation(url: string): string {
  let end = url.length
  while (
    end > 0 &&
    (`.,;:!?'”»]*_`.includes(url.charAt(end - 1)) || (url.charAt(end - 1) === ')' && !url.includes('(')))
  )
    end--
  return url.slice(0, end)
}
