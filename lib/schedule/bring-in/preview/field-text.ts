import type { FieldValue } from '@/lib/program/snapshot'

const MOST_LETTERS = 120
/** How many stay in sight before what is another. */
const LETTERS_BEFORE = 40

/** A field's value as one short text: names of rooms and people in their order; days, times and kinds as stored. */
export function fieldText(value: FieldValue): string {
  return shortened(wholeText(value))
}

/** Two values of a field as such texts. Of long ones it is shown where they part, however far in that is. */
export function changedTexts(old: FieldValue, now: FieldValue): { before: string; after: string } {
  const [before, after] = [wholeText(old), wholeText(now)]
  const start = Math.max(before.length, after.length) > MOST_LETTERS ? startOf(before, after) : 0
  const from = (text: string) => shortened(start === 0 ? text : `…${text.slice(start)}`)
  return { before: from(before), after: from(after) }
}

function wholeText(value: FieldValue): string {
  return Array.isArray(value)
    ? value.map((part) => (typeof part === 'string' ? part : part.name)).join(', ')
    : String(value ?? '')
}

function shortened(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
}

/** The beginning of a word, some way before the first letter that is another. */
function startOf(before: string, after: string): number {
  let parted = 0
  while (parted < before.length && before[parted] === after[parted]) parted++
  return parted <= LETTERS_BEFORE ? 0 : before.lastIndexOf(' ', parted - LETTERS_BEFORE) + 1
}
