import type { z } from 'zod'
import { grant } from '@/lib/people/server/grant'
import type { Capability } from '@/lib/people/permissions'
import { action, type ActionContext, type Definition } from './action'

/** What a person who may do something in a conference asks for: `granted` is the proof that mutations take. */
type Granting<What extends Capability, Schema extends z.ZodType> = Omit<ActionContext<Schema>, 'viewer'> &
  Awaited<ReturnType<typeof grant<What>>>

/** A server action in a conference, which its input names by `conference`, for whoever may do this there. */
export function conferenceAction<What extends Capability, Schema extends z.ZodType<{ conference: string }>, Value>(
  may: What,
  {
    run,
    ...definition
  }: Omit<Definition<Schema, Value>, 'run'> & { run: (asked: Granting<What, Schema>) => Promise<Value> },
) {
  return action({
    ...definition,
    run: async ({ viewer, ...asked }) =>
      run({ ...asked, ...(await grant(asked.db, viewer, asked.input.conference, may)) }),
  })
}
