// How well the forecast of full rooms is calibrated, on a simulated conference whose truth is known: node --import tsx
// bench/forecast.ts [seed]
import { forecastOf, learnShowUp, type Counted } from '@/lib/rooms/forecast'
import { seeded } from './seeded'

const PEOPLE = 12_000
const ROOMS = [1_200, 800, 600, 400, 300, 300, 250, 250, 200, 200, 150, 150, 120, 100, 80]
const SLOTS = 24
/** Of the people, who plan with Hallway; the others come all the same. */
const PLANNERS = 0.3
/** Of the planners' picks, how many go there, by slot: fewer in the evening and on the last day. */
const showUpOf = (slot: number) => (slot % 8 === 7 ? 0.45 : 0.7) * (slot >= 16 ? 0.8 : 1)
/** Which share of rooms has a steward who counts. */
const COUNTED = 0.6

const random = seeded(Number(process.argv[2] ?? 1))
const counted: Counted[] = []
const outcomes: { probability: number; isFull: boolean }[] = []

for (let slot = 0; slot < SLOTS; slot++) {
  const sessions = ROOMS.map((capacity) => ({
    capacity,
    appeal: capacity * Math.exp(0.9 * normal()),
    picks: 0,
    people: 0,
  }))
  const total = sessions.reduce((sum, { appeal }) => sum + appeal, 0)
  for (let person = 0; person < PEOPLE; person++) {
    const wanted = choose(sessions, total)
    const plans = random() < PLANNERS
    if (plans) wanted.picks += 1
    // Whoever does not follow the plan goes somewhere else or for a coffee; so do some of those without one.
    if (random() < showUpOf(slot)) wanted.people += 1
    else if (random() < 0.3) choose(sessions, total).people += 1
  }
  const showUp = learnShowUp(counted)
  for (const { capacity, picks, people } of sessions)
    outcomes.push({
      probability: forecastOf({ picks, capacity }, showUp)?.fullProbability ?? NaN,
      isFull: people >= capacity,
    })
  // The doors close: no more are counted than fit.
  for (const { capacity, picks, people } of sessions)
    if (random() < COUNTED) counted.push({ picks, count: Math.min(people, capacity), capacity })
}

const baseRate = outcomes.filter(({ isFull }) => isFull).length / outcomes.length
const brier = mean(outcomes.map(({ probability, isFull }) => (probability - Number(isFull)) ** 2))
const reference = baseRate * (1 - baseRate)
console.log(`${outcomes.length} sessions, ${Math.round(baseRate * 100)} % full`)
console.log(
  `Brier score ${brier.toFixed(4)}; always saying the base rate: ${reference.toFixed(4)}; skill ` +
    `${(1 - brier / reference).toFixed(2)}`,
)
console.table(
  [0, 0.1, 0.3, 0.5, 0.7, 0.9].map((from, index, all) => {
    const to = all[index + 1] ?? 1.01
    const said = outcomes.filter(({ probability }) => probability >= from && probability < to)
    return {
      said: `${from}–${Math.min(1, to)}`,
      sessions: said.length,
      'mean said': mean(said.map(({ probability }) => probability)).toFixed(2),
      'were full': mean(said.map(({ isFull }) => Number(isFull))).toFixed(2),
    }
  }),
)

function choose<Session extends { appeal: number }>(sessions: Session[], total: number): Session {
  let left = random() * total
  for (const session of sessions) {
    left -= session.appeal
    if (left <= 0) return session
  }
  return choose(sessions, total)
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
