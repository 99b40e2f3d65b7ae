import type { FieldValue } from '@/lib/program/snapshot'

const MOST_LETTERS = 120

/** A field's value as one short text: names of rooms and people in their order; days, times and kinds as stored. */
export function fieldText(value: FieldValue): string {
  const text = Array.isArray(value)
    ? value.map((part) => (typeof part === 'string' ? part : part.name)).join(', ')
    : String(value ?? '')
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
}
