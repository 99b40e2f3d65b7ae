import type { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Capability } from '@/lib/people/permissions'
import { grant } from '@/lib/people/server/grant'
import type { LimitName } from '@/lib/platform/rate-limit'
import { route } from './route'

type Granting<What extends Capability, Input extends z.ZodType> = {
  input: z.output<Input>
  db: PrismaClient
  now: Date
  request: Request
} & Awaited<ReturnType<typeof grant<What>>>

type Definition<What extends Capability, Input extends z.ZodType> = {
  input: Input
  /** As of `route`. */ isFile?: boolean
  limit?: LimitName
  run: (asked: Granting<What, Input>) => unknown
}

/**
 * A handler of one address for machines in a conference, which its query or body names by `conference`, for whoever may
 * do this there.
 */
export function conferenceRoute<What extends Capability, Input extends z.ZodType<{ conference: string }>>(
  may: What,
  { run, ...definition }: Definition<What, Input>,
) {
  return route({
    ...definition,
    run: async ({ viewer, input, db, now, request }) =>
      run({ input, db, now, request, ...(await grant(db, viewer, input.conference, may)) }),
  })
}
