// What reading texts costs, as a ratio to the least that can be done with them, and how it grows with their length:
// node --import tsx bench/texts.ts. A ratio of growth near 2 says that twice the text takes twice the time; near 4,
// that it grows with the square.
import { placeNotes } from '@/lib/notes/place-notes'
import { parseMarks } from '@/lib/notes/marks'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import { losesWords } from '@/lib/notes/lost-words'
import { outlineOf, type PlacedNote } from '@/lib/notes/outline'
import { searchNotes } from '@/lib/notes/search-notes'
import { markdownToHtml } from '@/lib/platform/markdown/markdown'
import { findPlaceMarks } from '@/lib/recaps/place-marks'

type Case = { name: string; text: (length: number) => string; read: (text: string) => unknown; length: number }

const repeated = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const marks = ['a', ' ', '[ ] ', '[', '[a](https://', '.', ' — ', '> a — b\n', 'https://e.org ']
const markdown = [
  'words and **more** of them\n\n',
  '*a ',
  '[a](',
  '`a',
  '- a\n',
  '|a|b|\n',
  '<a ',
  '&amp;',
  'https://e.org ',
]
const cases: Case[] = [
  ...marks.map((piece) => ({
    name: `marks of ${JSON.stringify(piece)}`,
    text: repeated(piece),
    read: parseMarks,
    length: 100_000,
  })),
  ...markdown.map((piece) => ({
    name: `Markdown of ${JSON.stringify(piece)}`,
    text: repeated(piece),
    read: markdownToHtml,
    length: 8_000,
  })),
  { name: 'place marks of "[to do: "', text: repeated('[to do: '), read: findPlaceMarks, length: 400_000 },
  {
    name: 'outline of notes',
    text: repeated('[ ] one\n[x] two\nplain words here\n'),
    read: (text) => outlineOf(notesOf(text)),
    length: 800_000,
  },
  {
    name: 'a letter in the middle: words that it loses',
    text: repeated('some words of a note about latency '),
    read: (text) => losesWords(text, `${text.slice(0, text.length / 2)}x${text.slice(text.length / 2)}`),
    length: 200_000,
  },
  {
    name: 'bytes to base64 and back',
    text: repeated('some words of a note about latency '),
    read: (text) => fromBase64(toBase64(new TextEncoder().encode(text))),
    length: 200_000,
  },
  {
    name: 'search in notes',
    text: repeated('some words of a note about latency '),
    read: (text) =>
      searchNotes(placeNotes(notesOf(text), new Map(), 'Europe/Paris'), 'latency 1999', {
        parts: null,
        captionsOf: () => [],
      }),
    length: 800_000,
  },
]

console.table(
  cases.map(({ name, text, read, length }) => {
    const [once, twice] = [text(length), text(2 * length)]
    const [bare, first, second] = [medianMs(() => touch(once)), medianMs(() => read(once)), medianMs(() => read(twice))]
    return {
      case: name,
      characters: length,
      'to its bare twin': (first / bare).toFixed(1),
      'twice the text': (second / first).toFixed(1),
      ms: first.toFixed(1),
    }
  }),
)

/** The bare twin: looks at each character once. */
function touch(text: string): number {
  let sum = 0
  for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0
  return sum
}

/** The text cut into notes of 400 characters. */
function notesOf(text: string): (PlacedNote & { updatedAt: string })[] {
  return Array.from({ length: Math.ceil(text.length / 400) }, (_, index) => ({
    id: String(index),
    text: text.slice(index * 400, (index + 1) * 400),
    notedAt: '2026-03-25T10:00:00.000Z',
    updatedAt: '2026-03-25T10:00:00.000Z',
  }))
}

function medianMs(run: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[3] ?? 0
}
