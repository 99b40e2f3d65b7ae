import type { z } from 'zod'

/**
 * What does not fit in an entry, for a problem: where in it, whether it is missing or another value than it should be,
 * and that value. What zod says of it is for programmers.
 */
export function unfitValue(
  error: z.ZodError,
  entry: unknown,
): { steps: PropertyKey[]; code: 'value-missing' | 'entry-unreadable'; detail: string } {
  const steps = error.issues[0]?.path ?? []
  const value = steps.reduce<unknown>(
    (within, step) => (typeof within === 'object' && within !== null ? Reflect.get(within, step) : undefined),
    entry,
  )
  const isMissing = steps.length > 0 && (value === undefined || value === null || value === '')
  return { steps, code: isMissing ? 'value-missing' : 'entry-unreadable', detail: isMissing ? '' : saidOf(value) }
}

function saidOf(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'object' && value !== null ? '{…}' : String(value)
}
