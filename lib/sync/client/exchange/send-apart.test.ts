import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sendApart } from './send-apart'

/** A queue of numbers, a server that breaks over some of them, and so many at once. */
async function run(count: number, poison: readonly number[], usual: number, stopsAfter = Infinity) {
  let waiting = Array.from({ length: count }, (_, index) => index)
  const [taken, found]: [number[], number[]] = [[], []]
  let asked = 0
  const outcome = await sendApart<number, 'failed'>({
    take: async (most = usual) => waiting.slice(0, Math.min(most, usual)),
    async send(things) {
      if (++asked > stopsAfter) return { stop: 'failed' }
      if (things.some((thing) => poison.includes(thing))) return 'apart'
      taken.push(...things)
      waiting = waiting.filter((thing) => !things.includes(thing))
      return 'answered'
    },
    async alone(thing) {
      found.push(thing)
      waiting = waiting.filter((other) => other !== thing)
      return null
    },
  })
  return { outcome, taken, found, asked, waiting }
}

it('sends all but those over which the server breaks, in order, whichever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 20 }),
      async (count, poison, usual) => {
        const { outcome, taken, found } = await run(count, poison, usual)
        const all = Array.from({ length: count }, (_, index) => index)
        expect(outcome).toBe('all')
        expect(taken).toEqual(all.filter((thing) => !poison.includes(thing)))
        expect(found).toEqual(all.filter((thing) => poison.includes(thing)))
      },
    ),
  )
})

it('stops where nothing can be sent, and leaves what is not answered for', async () => {
  expect(await run(6, [], 2, 2)).toEqual({
    outcome: 'failed',
    taken: [0, 1, 2, 3],
    found: [],
    asked: 3,
    waiting: [4, 5],
  })
  expect(await run(1, [0], 2, 0)).toEqual({ outcome: 'failed', taken: [], found: [], asked: 1, waiting: [0] })
})

it('stops where it turns out beside one that nothing can be sent', async () => {
  const outcome = await sendApart<number, 'wall'>({
    take: async () => [7],
    send: async () => 'apart',
    alone: async () => ({ stop: 'wall' }),
  })
  expect(outcome).toBe('wall')
})
