import { backoffMs } from './backoff'

/** Where work stands that is done in rounds, one at a time. Another object for `wait` is another wait. */
export type Rounds = {
  /** Which round it is; another one is another round. */ round: number
  isRunning: boolean
  /** It was asked for while it ran. */ again: boolean
  /** So many in a row. */ failures: number
  /** When the next one comes by itself. */ wait: { afterMs: number } | null
}

/** What a round says of the next: none before it is asked for; later, by itself; none at all. */
export type RoundOutcome = 'done' | 'failed' | 'over'

export type RoundRule = {
  /** What was asked for meanwhile is done at once, whatever became of this round. */ isEager?: boolean
  /** So long after a round that was done comes the next, by itself. */ everyMs?: number
}

export const beforeRounds: Rounds = { round: 0, isRunning: false, again: false, failures: 0, wait: null }

/** There may be something to do. */
export function asked(rounds: Rounds): Rounds {
  return rounds.isRunning ? { ...rounds, again: true } : begin(rounds)
}

/** A round is over. @param random from 0 to 1 */
export function ended(
  rounds: Rounds,
  outcome: RoundOutcome,
  random: number,
  { isEager, everyMs }: RoundRule = {},
): Rounds {
  const failures = outcome === 'failed' ? rounds.failures + 1 : 0
  const after = { ...rounds, isRunning: false, again: false, failures }
  if (rounds.again && (isEager || outcome === 'done')) return begin(after)
  const afterMs = outcome === 'failed' ? backoffMs(failures, random) : outcome === 'done' ? everyMs : undefined
  return afterMs === undefined ? after : { ...after, wait: { afterMs } }
}

function begin(rounds: Rounds): Rounds {
  return { ...rounds, round: rounds.round + 1, isRunning: true, again: false, wait: null }
}

export type RunningRounds = { /** To be called when there may be something to do. */ ask(): void; stop(): void }

/**
 * Does work in rounds: when asked, once more when asked meanwhile, and by itself after a failure.
 * @param work one round; a throw is a failure
 */
export function runInRounds(work: () => Promise<RoundOutcome>, rule?: RoundRule): RunningRounds {
  let rounds = beforeRounds
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  function become(next: Rounds): void {
    const before = rounds
    rounds = next
    if (next.wait !== before.wait) {
      clearTimeout(timer)
      if (next.wait) timer = setTimeout(ask, next.wait.afterMs)
    }
    if (next.round !== before.round) void run()
  }

  async function run(): Promise<void> {
    const outcome = await work().catch(() => 'failed' as const)
    if (isStopped) rounds = beforeRounds
    else become(ended(rounds, outcome, Math.random(), rule))
  }

  function ask(): void {
    become(asked(rounds))
  }

  function stop(): void {
    isStopped = true
    clearTimeout(timer)
  }

  return { ask, stop }
}
