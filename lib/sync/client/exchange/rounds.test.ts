import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asked, beforeRounds, ended, runInRounds, type RoundOutcome, type RoundRule, type Rounds } from './rounds'

const running: Rounds = { ...beforeRounds, round: 1, isRunning: true }
const idle: Rounds = { ...running, isRunning: false }
const next: Rounds = { ...running, round: 2 }
const outcomes: RoundOutcome[] = ['done', 'failed', 'over']

describe('a step', () => {
  it('runs when it is asked for, and once more when it is asked meanwhile', () => {
    expect(asked(beforeRounds)).toEqual(running)
    expect([asked(running), asked(asked(running))]).toEqual([
      { ...running, again: true },
      { ...running, again: true },
    ])
    expect(ended({ ...running, again: true }, 'done', 1)).toEqual(next)
    expect(ended(running, 'done', 1)).toEqual(idle)
  })

  it('waits longer after each failure, and forgets them with the first round that is none', () => {
    expect(ended(running, 'failed', 1)).toEqual({ ...idle, failures: 1, wait: { afterMs: 1_000 } })
    expect(ended({ ...running, failures: 2 }, 'failed', 1)).toEqual({ ...idle, failures: 3, wait: { afterMs: 4_000 } })
    expect([ended({ ...running, failures: 3 }, 'done', 1), ended({ ...running, failures: 3 }, 'over', 1)]).toEqual([
      idle,
      idle,
    ])
    expect(asked({ ...idle, failures: 3, wait: { afterMs: 7 } })).toEqual({ ...next, failures: 3 })
  })

  it('puts what was asked meanwhile off until after a failure, and forgets it when all is over', () => {
    const again = { ...running, again: true, failures: 1 }
    expect(ended(again, 'failed', 1)).toEqual({ ...idle, failures: 2, wait: { afterMs: 2_000 } })
    expect(ended(again, 'over', 1)).toEqual(idle)
  })

  it('does it at once where it is eager, and comes back by itself where it is to', () => {
    const rule: RoundRule = { isEager: true, everyMs: 10_000 }
    const again = { ...running, again: true }
    expect(outcomes.map((outcome) => ended(again, outcome, 1, rule))).toEqual([next, { ...next, failures: 1 }, next])
    expect(outcomes.map((outcome) => ended(running, outcome, 1, rule))).toEqual([
      { ...idle, wait: { afterMs: 10_000 } },
      { ...idle, failures: 1, wait: { afterMs: 1_000 } },
      idle,
    ])
  })

  it('answers whatever is asked, whatever becomes of the rounds: each is followed by a round that began later', () => {
    const event = fc.constantFrom<'asked' | 'due' | RoundOutcome>('asked', 'asked', 'due', 'done', 'failed')
    fc.assert(
      fc.property(fc.array(event), fc.boolean(), (events, isEager) => {
        let [rounds, isWaiting] = [beforeRounds, false]
        for (const kind of events) {
          const before = rounds
          if (kind === 'asked') {
            isWaiting = true
            rounds = asked(rounds)
          } else if (kind === 'due') {
            if (rounds.wait) rounds = asked(rounds)
          } else if (rounds.isRunning) rounds = ended(rounds, kind, 0.5, { isEager })
          // One at a time: another begins only where none runs, or as the one before it ends.
          if (rounds.round !== before.round) {
            expect(before.isRunning && kind === 'asked').toBe(false)
            expect(rounds.isRunning).toBe(true)
            isWaiting = false
          }
          if (kind === 'asked' && before.isRunning) expect(rounds.again).toBe(true)
          // What waits has a round, or a time at which it comes.
          expect(!isWaiting || rounds.isRunning || rounds.wait !== null).toBe(true)
          expect(rounds.again && !rounds.isRunning).toBe(false)
          expect(rounds.isRunning && rounds.wait).not.toBeTruthy()
        }
      }),
    )
  })
})

describe('work in rounds', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** Work whose rounds end when they are told to. */
  function work(rule?: RoundRule) {
    const ends: ((outcome: RoundOutcome | Error) => void)[] = []
    const rounds = runInRounds(
      () =>
        new Promise<RoundOutcome>((resolve, reject) =>
          ends.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome))),
        ),
      rule,
    )
    const end = async (outcome: RoundOutcome | Error) => {
      ends.at(-1)?.(outcome)
      await vi.advanceTimersByTimeAsync(0)
    }
    return { ...rounds, end, begun: () => ends.length }
  }

  it('never runs twice at once, and comes back after a failure or a throw', async () => {
    const { ask, end, begun } = work()
    ask()
    ask()
    ask()
    expect(begun()).toBe(1)
    await end('done')
    expect(begun()).toBe(2)
    await end(new Error('broken'))
    expect(begun()).toBe(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(begun()).toBe(3)
    await end('failed')
    await vi.advanceTimersByTimeAsync(999)
    expect(begun()).toBe(3)
    await vi.advanceTimersByTimeAsync(1_001)
    expect(begun()).toBe(4)
    await end('done')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(begun()).toBe(4)
  })

  it('asks at once instead of waiting, and then does not come for what it waited for', async () => {
    const { ask, end, begun } = work()
    ask()
    await end('failed')
    ask()
    expect(begun()).toBe(2)
    await end('done')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(begun()).toBe(2)
  })

  it('does nothing by itself once it is stopped', async () => {
    const { ask, end, begun, stop } = work({ everyMs: 10 })
    ask()
    await end('done')
    await vi.advanceTimersByTimeAsync(10)
    expect(begun()).toBe(2)
    ask()
    stop()
    await end('done')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(begun()).toBe(2)
  })
})
