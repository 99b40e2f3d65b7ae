import { AppError } from '@/lib/platform/errors'

/**
 * What a form is to write when others wrote since it was shown: each field that its person changed, and of every other
 * one what is there now.
 * @param seen what the form showed; null: that is not known, and all that it says is written
 * @throws {AppError} CHANGED_MEANWHILE, with the field, when somebody else changed the same one to something else
 */
export function mergeEdit<Edit extends object>(seen: Edit | null, asked: Edit, current: Edit): Edit {
  if (!seen) return asked
  const kept = Object.entries(current).filter(([field, now]) => {
    const [before, wanted]: unknown[] = [Reflect.get(seen, field), Reflect.get(asked, field)]
    if (isAlike(before, wanted)) return true
    if (!isAlike(now, before) && !isAlike(now, wanted)) throw new AppError('CHANGED_MEANWHILE', field)
    return false
  })
  return { ...asked, ...Object.fromEntries(kept) }
}

/** A form trims texts, and a browser ends lines in its own way: neither is a change. */
function isAlike(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other)
}

function textOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'string' ? part.replace(/\r\n?/g, '\n').trim() : part,
  )
}
