import { z } from 'zod'
import type { Problem } from '@/lib/platform/errors'
import { textField } from '@/lib/platform/fields'

const problemsSchema = z.array(
  z.object({
    severity: z.enum(['error', 'warning', 'info']),
    path: textField(),
    entry: textField().optional(),
    code: textField(),
    detail: textField(),
  }),
)

/** Problems as a run keeps them; what is none is left out. */
export function storedProblems(stored: unknown): Problem[] {
  return problemsSchema.safeParse(stored).data ?? []
}
