// How soon the solver of suggestions finds the best rooms and times of simulated days, and how far from it it is:
// node --import tsx bench/solver.ts [seed] [seconds]
import loadHighs from 'highs'
import { firstAnswer } from '@/lib/desk/suggest/first-answer'
import { countedOf } from '@/lib/desk/suggest/counted'
import { modelOf } from '@/lib/desk/suggest/model'
import { PairCuts } from '@/lib/desk/suggest/pair-cuts'
import { costOf, isAllowed, movedIn, staying, type Cost, type SuggestProblem } from '@/lib/desk/suggest/problem'
import { solve } from '@/lib/desk/suggest/solve'
import { solveByCbc } from './solver/cbc'
import { KCD, KUBECON, problemOf, simulateDay } from './solver/simulated'

const seed = Number(process.argv[2] ?? 1)
const SECONDS = Number(process.argv[3] ?? 20)
const highs = await loadHighs()

for (const [name, shape, times, mostMoves] of [
  ['KCD, rooms', KCD, false, 10],
  ['KCD, rooms and times', KCD, true, 10],
  ['KubeCon, rooms', KUBECON, false, 20],
  ['KubeCon, rooms and times', KUBECON, true, 20],
] as const)
  measure(name, problemOf(shape, simulateDay(shape, seed), { times, mostMoves }))

function measure(name: string, problem: SuggestProblem): void {
  const greedy = timed(() => firstAnswer(problem))
  const solved = timed(() => solve(highs, problem, { deadlineMs: SECONDS * 1_000 }))
  const { chosen, counted, bound } = solved.value
  if (!isAllowed(problem, chosen)) throw new Error(`${name}: the answer breaks a rule`)
  console.log(`\n${name}`)
  say('now', costOf(problem, staying(problem)), `${countedOf(problem, staying(problem)).toFixed(1)} counted`)
  say('greedy', costOf(problem, greedy.value), `${countedOf(problem, greedy.value).toFixed(1)} counted, ${greedy.said}`)
  const gap = ((counted - bound) / counted) * 100
  say(
    'HiGHS',
    costOf(problem, chosen),
    `${counted.toFixed(1)} counted, gap ${gap.toFixed(2)} %, ${movedIn(chosen).length} moves, ${solved.said}`,
  )
  compare(problem, counted, bound)
}

/** Pairs of all sessions make models that CBC does not end with: it is asked where only rooms change, and for a KCD. */
function compare(problem: SuggestProblem, counted: number, bound: number): void {
  const model = new PairCuts(problem, modelOf(problem)).whole(() => true)
  const cbc = solveByCbc(model, SECONDS)
  if (!cbc) return console.log('  CBC: not installed (apt-get install coinor-cbc)')
  const isProven = counted - bound < 1e-6 && cbc.cost !== null && cbc.bound === cbc.cost
  const agrees = isProven
    ? Math.abs((cbc.cost ?? 0) - counted) <= 1e-6 * Math.max(1, counted)
    : (cbc.bound ?? 0) <= counted + 1e-6 && bound <= (cbc.cost ?? Infinity) + 1e-6
  const said = agrees ? (isProven ? 'both prove the same' : 'the bounds overlap') : 'THEY DISAGREE'
  const [cost, least, time] = [cbc.cost?.toFixed(4), cbc.bound?.toFixed(4), cbc.seconds.toFixed(2)]
  console.log(`  CBC: ${cost} counted, no less than ${least}, ${time} s; HiGHS ${counted.toFixed(4)}: ${said}`)
}

function say(who: string, { turnedAway, choosing }: Cost, rest: string): void {
  console.log(`  ${who}: ${Math.round(turnedAway)} turned away, ${Math.round(choosing)} must choose; ${rest}`)
}

function timed<Value>(run: () => Value): { value: Value; said: string } {
  const [from, cpu] = [performance.now(), process.cpuUsage()]
  const value = run()
  const used = process.cpuUsage(cpu)
  const seconds = (performance.now() - from) / 1_000
  return { value, said: `${seconds.toFixed(2)} s (${((used.user + used.system) / 1e6).toFixed(2)} s of a processor)` }
}
