import { expect, it } from 'vitest'
import { gather } from './gather'

/** Work that ends when told to; writes down who went together. */
function work(most = 10) {
  const runs: string[][] = []
  const ends: (() => void)[] = []
  const ask = gather(
    async (items: string[]) => {
      runs.push(items)
      await new Promise<void>((end) => ends.push(end))
      if (items.includes('bad')) throw new Error('bad')
      return items.map((item) => item.toUpperCase())
    },
    { most, weigh: (item) => item.length },
  )
  /** Ends what runs, and lets the next begin. */
  const end = async () => {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  return { runs, ask, end }
}

it('begins at once, and takes what arrives meanwhile together', async () => {
  const { runs, ask, end } = work()
  const asked = ['a', 'b', 'c'].map(ask)
  await end()
  await end()
  expect([await Promise.all(asked), runs]).toEqual([
    ['A', 'B', 'C'],
    [['a'], ['b', 'c']],
  ])
})

it('takes no more together than its limit, and what is heavier alone', async () => {
  const { runs, ask, end } = work(4)
  const asked = ['x', 'aa', 'bb', 'cccccc', 'd'].map(ask)
  for (let turn = 0; turn < 4; turn++) await end()
  expect([await Promise.all(asked), runs]).toEqual([
    ['X', 'AA', 'BB', 'CCCCCC', 'D'],
    [['x'], ['aa', 'bb'], ['cccccc'], ['d']],
  ])
})

it('runs each alone where several failed, so that only one fails', async () => {
  const { runs, ask, end } = work()
  const asked = Promise.allSettled(['x', 'a', 'bad', 'b'].map(ask))
  for (let turn = 0; turn < 5; turn++) await end()
  expect((await asked).map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    'X',
    'A',
    'failed',
    'B',
  ])
  expect(runs).toEqual([['x'], ['a', 'bad', 'b'], ['a'], ['bad'], ['b']])
})
