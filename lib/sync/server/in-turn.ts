import { AppError } from '@/lib/platform/errors'

/** As many devices as one person sends from at once, and then some. */
const MOST_WAITING = 8

const queues = new Map<string, { last: Promise<unknown>; waiting: number }>()

/**
 * Does one person's work after what the same person is having done, before it takes a connection: who waits for a lock
 * of their own in the database would keep everybody else from it.
 * @throws {AppError} RATE_LIMITED where too much of theirs waits already: it comes again
 */
export async function inTurn<Value>(userId: string, work: () => Promise<Value>): Promise<Value> {
  const queue = queues.get(userId) ?? { last: Promise.resolve(), waiting: 0 }
  if (queue.waiting >= MOST_WAITING) throw new AppError('RATE_LIMITED', 'push')
  queues.set(userId, queue)
  queue.waiting++
  const turn = queue.last.then(work, work)
  queue.last = turn
  try {
    return await turn
  } finally {
    queue.waiting--
    if (queue.waiting === 0) queues.delete(userId)
  }
}
