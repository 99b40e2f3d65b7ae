import type { Database } from '@/lib/platform/db'
import type { InsertReadings, NewReading } from './mutations'

const MOST_ROWS = 1_000

type Waiting = { readings: NewReading[]; kept: () => void; failed: (error: unknown) => void }

/**
 * Writes the readings of many requests in few inserts: what arrives while one is being written goes into the next. A hall that reports
 * at once costs the database a handful of transactions, and each phone is answered only after its own is committed.
 */
export function gatherReadings(db: Database): InsertReadings {
  let waiting: Waiting[] = []
  let writing = false

  async function writeAll(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = takeBatch()
      try {
        await db.reading.createMany({ data: batch.flatMap(({ readings }) => readings), skipDuplicates: true })
        for (const { kept } of batch) kept()
      } catch (error) {
        await writeEach(batch, error)
      }
    }
    writing = false
  }

  function takeBatch(): Waiting[] {
    let rows = 0
    const end = waiting.findIndex(({ readings }, index) => (rows += readings.length) > MOST_ROWS && index > 0)
    const batch = end === -1 ? waiting : waiting.slice(0, end)
    waiting = waiting.slice(batch.length)
    return batch
  }

  /** One that cannot be written, such as for a room that has just gone, fails alone. */
  async function writeEach(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]?.failed(error)
    for (const { readings, kept, failed } of batch) await db.reading.createMany({ data: readings, skipDuplicates: true }).then(kept, failed)
  }

  return (readings) =>
    new Promise((kept, failed) => {
      waiting.push({ readings, kept, failed })
      if (!writing) void writeAll()
    })
}
