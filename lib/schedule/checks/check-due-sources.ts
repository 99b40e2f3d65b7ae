import pLimit from 'p-limit'
import { parseInWorker } from '@/lib/formats/parse-in-worker'
import type { Parse } from '../bring-in/read-material'
import { checkSource, type CheckPlace, type CheckResult } from './check-source'
import { takeDueSource } from './checked-source'

/** A slow site does not hold the others up. */
const AT_ONCE = 3
/** More than that is for the next minute, or another process. */
const MOST_IN_A_RUN = 300

/**
 * Checks all sources that are due: to be run every minute, by any number of processes. Each source is taken by one of
 * them; one that dies on the way lets go of it when its time is over.
 * @returns how many checks came to what
 */
export async function checkDueSources(place: CheckPlace): Promise<Record<CheckResult['outcome'], number>> {
  const counts = { applied: 0, unchanged: 0, waiting: 0, failed: 0, gone: 0 }
  // Reading takes much memory: one at a time.
  const reading = pLimit(1)
  const { parse: parseFiles = parseInWorker } = place
  const parse: Parse = (files, request) => reading(() => parseFiles(files, request))
  let left = MOST_IN_A_RUN
  const checkAll = async () => {
    while (left-- > 0) {
      const source = await takeDueSource(place.db, place.now())
      if (!source) return
      counts[(await checkSource({ ...place, parse }, source, null)).outcome]++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, checkAll))
  return counts
}
