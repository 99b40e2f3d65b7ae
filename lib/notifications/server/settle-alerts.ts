import type { Database } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/collections/group-by'

export type SettledUnsent = { id: string; outcome: 'unwanted' | 'untrue' | 'failed' }

/** What came of a person's alerts, by their ids. */
export type Came = {
  sent: readonly string[]
  /** Tried again, when their time has come. */
  later: readonly string[]
  /** Until quiet hours end. */
  putOff: readonly { id: string; until: Date }[]
  dropped: readonly SettledUnsent[]
  /** Browsers that take no more. */
  gone: readonly string[]
}

export const nothingCame: Came = { sent: [], later: [], putOff: [], dropped: [], gone: [] }

/** Writes down what came of some people's alerts: as few statements as there are outcomes, however many people. */
export async function settleAlerts(db: Database, came: readonly Came[], now: Date): Promise<void> {
  const done = came.flatMap(({ sent, dropped }) => [...sent.map((id) => ({ id, outcome: 'sent' })), ...dropped])
  for (const [outcome, alerts] of groupBy(done, (one) => one.outcome))
    await db.alert.updateMany({ where: { id: { in: alerts.map(({ id }) => id) } }, data: { doneAt: now, outcome } })
  const putOff = came.flatMap((one) => one.putOff)
  for (const [until, alerts] of groupBy(putOff, (one) => one.until.getTime()))
    await db.alert.updateMany({
      where: { id: { in: alerts.map(({ id }) => id) } },
      data: { dueAt: new Date(until), tries: 0 },
    })
  const gone = came.flatMap((one) => one.gone)
  if (gone.length > 0) await db.pushSubscription.deleteMany({ where: { id: { in: gone } } })
}
