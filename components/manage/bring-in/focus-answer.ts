import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'

// The field that settles it.
const settles = new Map<string | null, string>([
  ['which-source', '[name="source"]'],
  ['which-format', '[name="format"]'],
  ['time-zone-needed', '[name="timeZone"]'],
] satisfies [BringInPreview['reason'], string][])

/**
 * The server refused to bring a programme in: does a new look show why? It does where something else would change than
 * was seen, or where something has to be said first: a guard, a question, a field.
 */
export function isSeenInLook(reason: string): boolean {
  return ['other-than-seen', 'guarded', 'answer-needed', ...settles.keys()].includes(reason)
}

/** Gives the focus to the field that is asked for, else to the heading of what was found, at the top of the screen. */
export function focusAnswer(form: HTMLFormElement, reason: string | null): void {
  const field = settles.get(reason)
  if (field && focusFirst(form, field)) return
  focusFirst(form, '[data-answer]')
  form.querySelector('[data-answer]')?.scrollIntoView()
}

/** @returns whether there is one */
export function focusFirst(form: HTMLFormElement, selector: string): boolean {
  const found = form.querySelector<HTMLElement>(selector)
  found?.focus()
  return found !== null
}
