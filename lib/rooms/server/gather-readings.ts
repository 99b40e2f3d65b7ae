import type { Database } from '@/lib/platform/db'
import { gather } from '@/lib/platform/tasks/gather'
import { insertReadings } from './insert-readings'
import type { InsertReadings, NewReading } from './mutations'

const MOST_ROWS = 1_000

/**
 * Writes the readings of many requests in few inserts; each phone is answered only after its own are committed. One for
 * a room that has just gone fails alone.
 */
export function gatherReadings(db: Database): InsertReadings {
  return gather(
    async (reports: NewReading[][]) => {
      await insertReadings(db, reports.flat())
      return reports.map(() => undefined)
    },
    { most: MOST_ROWS, weigh: (readings) => readings.length },
  )
}
