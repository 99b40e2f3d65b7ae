import { registered } from '@/lib/device'
import { pullAnswerOf, type PulledSchemas } from '@/lib/sync/answers'

/** A pull's answer as a device reads it. */
export async function pullAnswerSchema() {
  const rows = await Promise.all(
    registered.kinds.map(async ({ table, sync }) => [table.name, (await sync()).rows] as const),
  )
  return pullAnswerOf(Object.fromEntries(rows) as PulledSchemas)
}
