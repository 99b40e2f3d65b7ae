import type { z } from 'zod'
import { isOperator } from '@/lib/people/server/operator'
import { AppError } from '@/lib/platform/errors'
import type { Definition } from './action'
import { personAction, type OfPerson } from './person-action'

/** A server action of whoever runs this installation; anybody else hears FORBIDDEN. */
export function operatorAction<Schema extends z.ZodType, Value>({
  run,
  ...definition
}: Omit<Definition<Schema, Value>, 'run' | 'evenBlocked'> & { run: (asked: OfPerson<Schema>) => Promise<Value> }) {
  return personAction({
    ...definition,
    run: async (asked) => {
      if (!(await isOperator(asked.db, asked.person))) throw new AppError('FORBIDDEN', 'operator')
      return run(asked)
    },
  })
}
