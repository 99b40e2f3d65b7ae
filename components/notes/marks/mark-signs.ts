import type { MarkKind } from '@/lib/notes/marks'

/** The marks in the order of their buttons, each with what is typed for it. */
export const markSigns: readonly { kind: MarkKind; sign: string }[] = [
  { kind: 'quote', sign: '>' },
  { kind: 'question', sign: '?' },
  { kind: 'todo', sign: '[ ]' },
  { kind: 'link', sign: 'https://' },
  { kind: 'time', sign: '14:05' },
  { kind: 'person', sign: '@' },
  { kind: 'sponsor', sign: '$' },
]
