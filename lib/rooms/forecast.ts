import type { RoomState } from './schema'
import { levelOf } from './occupancy'

/**
 * A session whose people were counted: how many had picked it, how many came, and how many fitted in (null: not known).
 */
export type Counted = { picks: number; count: number; capacity: number | null }

/**
 * How many come for each who picked, on a logarithmic scale: many attendees plan without Hallway, and some who plan
 * stay away.
 */
export type ShowUp = {
  /** Of people per pick. */ logShare: number
  /** Its spread from session to session. */ spread: number
}

// Before anything was counted: one comes for each pick, give or take a factor of two. It weighs as much as four counted
// sessions.
const PRIOR = { logShare: 0, spread: 0.7, sessions: 4 } as const
// A pick or a person more or less must not turn nothing into infinitely little.
const HALF = 0.5
const ROUNDS = 30

/**
 * The share that shows up, learned from this conference's counted sessions. Of a room that was full it is known only
 * that no fewer wanted in: what is beyond the door is estimated from the others, round by round (expectation and
 * maximization for a censored normal).
 */
export function learnShowUp(counted: readonly Counted[]): ShowUp {
  const shares = counted.map(({ picks, count, capacity }) => ({
    share: Math.log((count + HALF) / (picks + HALF)),
    isFull: capacity !== null && count >= capacity,
  }))
  let known: ShowUp = PRIOR
  for (let round = 0; round < ROUNDS; round++) known = estimate(shares, known)
  return known
}

function estimate(shares: readonly { share: number; isFull: boolean }[], before: ShowUp): ShowUp {
  const likely = shares.map(({ share, isFull }) => (isFull ? beyond(share, before) : { mean: share, spare: 0 }))
  const weight = shares.length + PRIOR.sessions
  const logShare = (sum(likely.map(({ mean }) => mean)) + PRIOR.logShare * PRIOR.sessions) / weight
  const squares =
    sum(likely.map(({ mean, spare }) => (mean - logShare) ** 2 + spare)) + PRIOR.spread ** 2 * PRIOR.sessions
  return { logShare, spread: Math.sqrt(squares / weight) }
}

/** The mean and the variance of a normal value of which only a lower bound is known. */
function beyond(bound: number, { logShare, spread }: ShowUp): { mean: number; spare: number } {
  const z = (bound - logShare) / spread
  // The hazard of the normal by the logistic in place of its integral; for large z it is z itself and little more.
  const hazard = z > 4 ? z + 1 / z : (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * (1 + Math.exp(1.702 * z))
  return { mean: logShare + spread * hazard, spare: Math.max(0, spread ** 2 * (1 + z * hazard - hazard ** 2)) }
}

export type Forecast = {
  /** How many are likely to come. */
  expected: number
  /** From 0 to 1: that more come than fit. */
  fullProbability: number
  state: RoomState
}

const LIKELY = 0.5

/** Is it more likely than not that more come than fit? */
export function isLikelyFull({ fullProbability }: Pick<Forecast, 'fullProbability'>): boolean {
  return fullProbability >= LIKELY
}

/** How many come to what so many picked, on average. */
export function expectedOf(picks: number, { logShare }: Pick<ShowUp, 'logShare'>): number {
  return (picks + HALF) * Math.exp(logShare)
}

/**
 * Whether a session will be full, before anybody is there; null where the capacity is not known. The people who come
 * are taken to be spread log-logistically around picks × share: nearly the log-normal, with a tail for the surprises.
 */
export function forecastOf(
  { picks, capacity }: { picks: number; capacity: number | null },
  showUp: ShowUp,
): Forecast | null {
  if (capacity === null) return null
  const expected = expectedOf(picks, showUp)
  const scale = (showUp.spread * Math.sqrt(3)) / Math.PI
  const fullProbability = capacity === 0 ? 1 : 1 / (1 + Math.exp((Math.log(capacity) - Math.log(expected)) / scale))
  const state = isLikelyFull({ fullProbability }) ? 'full' : levelOf(Math.min(expected, capacity - 1), capacity)
  return { expected: Math.round(expected), fullProbability, state }
}

/**
 * How many are turned away on average: of a session of which just as many are expected as fit, some are, because as
 * many may come more as less. The people who come are taken to be spread log-normally around those expected.
 * @param spread of the logarithm of how many come for each pick
 */
export function turnedAwayOf(expected: number, capacity: number, spread: number): number {
  if (expected <= 0 || capacity <= 0) return Math.max(0, expected)
  const mean = expected * Math.exp(spread ** 2 / 2)
  const above = Math.log(expected / capacity) / spread
  return Math.max(0, mean * shareBelow(above + spread) - capacity * shareBelow(above))
}

/**
 * The share of a normal distribution that is below `z`, to 1e-7 (Abramowitz and Stegun, 26.2.17).
 */
function shareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
  return z > 0 ? 1 - tail : tail
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
