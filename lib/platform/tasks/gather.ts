type Limit<Item> = {
  /** At most so much in one run; one item always goes, however heavy. */ most: number
  weigh: (item: Item) => number
}
type Waiting<Item, Result> = { item: Item; done: (result: Result) => void; failed: (error: unknown) => void }

/**
 * Runs the work of many requests together: what arrives while some is being done goes into the next run, so that a
 * crowd costs a handful of runs and nobody waits for company. Where a run of several fails each is run alone, so that
 * one that cannot be done fails alone.
 * @param run does the work of some, and gives a result for each, in their order
 */
export function gather<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { most, weigh }: Limit<Item>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let running = false

  async function runAll(): Promise<void> {
    running = true
    while (waiting.length > 0) await runSome(takeBatch())
    running = false
  }

  function takeBatch(): Waiting<Item, Result>[] {
    let weight = 0
    const end = waiting.findIndex(({ item }, index) => (weight += weigh(item)) > most && index > 0)
    const batch = end === -1 ? waiting : waiting.slice(0, end)
    waiting = waiting.slice(batch.length)
    return batch
  }

  async function runSome(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item))
      for (const [index, result] of results.entries()) batch[index]?.done(result)
    } catch (error) {
      if (batch.length === 1) batch[0]?.failed(error)
      else for (const one of batch) await runSome([one])
    }
  }

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!running) void runAll()
    })
}
