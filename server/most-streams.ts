import { getHeapStatistics } from 'node:v8'
import { memoryLimit } from '@/lib/platform/memory-limit'

// PERFORMANCE.md, "A conference's hour": 18 kB while it is open, 11 of them V8's, and as much again while its person
// reads and writes.
const BYTES_OF_STREAM = 40_000
// What a process takes without any, all in all and of V8's heap.
const [BYTES_WITHOUT, HEAP_WITHOUT] = [350_000_000, 150_000_000]
// The largest photo that is taken, while it is drawn: docs/decisions/018-libraries.md.
const BYTES_OF_PHOTO = 600_000_000
const [FEWEST, MOST] = [500, 20_000]

/**
 * How many live screens a process takes: so many that there is memory for them and for the largest photo beside them.
 * Whoever is one too many is refused, and asks again; a process that takes too many is ended by the system, with all of
 * them.
 * @param memory bytes that the process may take
 * @param heap bytes that V8 may take of it
 */
export function mostStreamsFor(memory = memoryLimit(), heap = getHeapStatistics().heap_size_limit): number {
  const room = Math.min(memory - BYTES_WITHOUT - BYTES_OF_PHOTO, heap - HEAP_WITHOUT)
  return Math.floor(Math.min(Math.max(FEWEST, room / BYTES_OF_STREAM), MOST))
}
