import type { z } from 'zod'
import { tableColumns, type RowProblem, type RowProblemCode, type TableColumn } from '../columns'
import type { StoredLine } from './stored-lines'

type Wrong = Omit<RowProblem, 'row'>
export type WantedLine<Edit> = { edit: Edit } | { problems: Wrong[] }

/**
 * What a row is to say by its form's own schema: what is stored, and over it what was set. What was not set stays as it
 * is to the letter, whatever a form would make of it.
 */
export function wantedEdit<Edit extends object>(
  schema: z.ZodType<Edit>,
  stored: Pick<StoredLine<Edit>, 'form' | 'edit'> | null,
  set: Record<string, string>,
): WantedLine<Edit> {
  const parsed = schema.safeParse({ ...stored?.form, ...set })
  if (!parsed.success) return { problems: firstOfEach(parsed.error.issues.map(wrongOf)) }
  if (!stored) return { edit: parsed.data }
  const unset = Object.entries(stored.edit).filter(([field]) => !(field in set))
  return { edit: { ...parsed.data, ...Object.fromEntries(unset) } }
}

/** One word a column is enough. */
function firstOfEach(wrong: Wrong[]): Wrong[] {
  return wrong.filter(({ column }, index) => wrong.findIndex((other) => other.column === column) === index)
}

/** A column's own word for what does not fit into it. */
const misfits: Partial<Record<TableColumn, RowProblemCode>> = {
  capacity: 'count',
  capacityKind: 'choice',
  color: 'choice',
  dayOn: 'day',
  end: 'clock',
  kind: 'choice',
  separateRegistration: 'choice',
  soldOut: 'choice',
  start: 'clock',
}

function wrongOf({ path, message, code }: z.core.$ZodIssue): Wrong {
  const column = tableColumns.find((name) => name === path[0]) ?? null
  if (message === 'required') return { column, code: 'required' }
  const misfit = column && misfits[column]
  return { column, code: misfit ?? (code === 'too_big' ? 'too-long' : 'wrong') }
}
