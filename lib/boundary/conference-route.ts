import type { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Capability } from '@/lib/people/permissions'
import { grant } from '@/lib/people/server/grant'
import { route } from './route'

type Granting<What extends Capability, Input extends z.ZodType> = {
  input: z.output<Input>
  db: PrismaClient
  now: Date
} & Awaited<ReturnType<typeof grant<What>>>

/**
 * A handler of one address for machines in a conference, which its query or body names by `conference`, for whoever may
 * do this there.
 */
export function conferenceRoute<What extends Capability, Input extends z.ZodType<{ conference: string }>>(
  may: What,
  { input: schema, run }: { input: Input; run: (asked: Granting<What, Input>) => unknown },
) {
  return route({
    input: schema,
    run: async ({ viewer, input, db, now }) =>
      run({ input, db, now, ...(await grant(db, viewer, input.conference, may)) }),
  })
}
