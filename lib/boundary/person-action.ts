import type { z } from 'zod'
import { personOf } from '@/lib/people/person-of'
import type { UserViewer } from '@/lib/people/server/viewer'
import { action, type ActionContext, type Definition } from './action'

export type OfPerson<Schema extends z.ZodType> = Omit<ActionContext<Schema>, 'viewer'> & { person: UserViewer }

/** A server action of whoever has signed in, about what is their own. A guest hears UNAUTHENTICATED. */
export function personAction<Schema extends z.ZodType, Value>({
  run,
  ...definition
}: Omit<Definition<Schema, Value>, 'run'> & { run: (asked: OfPerson<Schema>) => Promise<Value> }) {
  return action({ ...definition, run: async ({ viewer, ...asked }) => run({ ...asked, person: personOf(viewer) }) })
}
