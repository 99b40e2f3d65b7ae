import { addColumn, addRow, sumOf, type LinearModel } from './linear-model'
import { addPairs, type Time } from './pairs-model'
import type { Chosen, Movable, SuggestProblem, Spot } from './problem'

/** A problem as a linear model, and where its columns speak of the problem. */
export type Modelled = {
  model: LinearModel
  /** Of each session, that of its first spot; the others follow. */ firstColumn: readonly number[]
  /** Of each session, the times of its spots. */ times: readonly (readonly Time[])[]
}

/**
 * Writes the problem as a linear model, as it is counted (counted.ts).
 *
 * A column for each spot of a session, of which one is chosen; of a session with several times a column for each time,
 * which is the sum of its spots then. Who must choose is counted in these (pairs-model.ts); where both of a pair move,
 * less is counted until that is added (pair-cuts.ts).
 */
export function modelOf(problem: SuggestProblem): Modelled {
  const model: LinearModel = { offset: 0, cost: [], isWhole: [], rows: [] }
  const firstColumn = problem.sessions.map((session) => addSpots(model, session))
  const times = problem.sessions.map((session, index) => addTimes(model, session, firstColumn[index] ?? 0))
  addRooms(model, problem, firstColumn)
  addSpeakers(model, problem, times)
  addPairs(model, problem, times)
  addMost(model, problem, firstColumn)
  return { model, firstColumn, times }
}

/** Reads which spots the columns choose. */
export function chosenBy({ sessions }: SuggestProblem, { firstColumn }: Modelled, columns: ArrayLike<number>): Chosen {
  return sessions.map(({ spots }, index) => {
    const first = firstColumn[index] ?? 0
    return Math.max(
      0,
      spots.findIndex((_, spot) => (columns[first + spot] ?? 0) > 0.5),
    )
  })
}

function addSpots(model: LinearModel, { spots }: Movable): number {
  const columns = spots.map(({ turnedAway, choosing, change }) =>
    addColumn(model, turnedAway + choosing + change, true),
  )
  addRow(model, 1, 1, sumOf(columns))
  return columns[0] ?? 0
}

function addTimes(model: LinearModel, { spots }: Movable, first: number): Time[] {
  const groups = new Map<string, { start: number; end: number; columns: number[] }>()
  spots.forEach(({ start, end }, index) => {
    const group = groups.get(`${start}-${end}`)
    if (group) group.columns.push(first + index)
    else groups.set(`${start}-${end}`, { start, end, columns: [first + index] })
  })
  return [...groups.values()].map(({ start, end, columns }) => {
    if (groups.size === 1) return { start, end, column: null }
    const column = addColumn(model, 0, true)
    addRow(model, 0, 0, [[column, -1], ...sumOf(columns)])
    return { start, end, column }
  })
}

/** No room has two at the instant at which one begins: so it has at none. */
function addRooms(model: LinearModel, { sessions }: SuggestProblem, firstColumn: readonly number[]): void {
  const byRoom = new Map<string, { spot: Spot; column: number }[]>()
  sessions.forEach(({ spots }, session) =>
    spots.forEach((spot, index) => {
      const held = { spot, column: (firstColumn[session] ?? 0) + index }
      const room = byRoom.get(spot.roomId)
      if (room) room.push(held)
      else byRoom.set(spot.roomId, [held])
    }),
  )
  for (const held of byRoom.values())
    for (const start of new Set(held.map(({ spot }) => spot.start))) {
      const then = held.filter(({ spot }) => spot.start <= start && start < spot.end)
      addRow(model, 0, 1, sumOf(then.map(({ column }) => column)))
    }
}

function addSpeakers(model: LinearModel, { speakers }: SuggestProblem, times: readonly Time[][]): void {
  for (const those of speakers) {
    const all = those.flatMap((session) => times[session] ?? [])
    for (const start of new Set(all.map((time) => time.start))) {
      const then = all.filter((time) => time.start <= start && start < time.end)
      const free = then.flatMap(({ column }) => column ?? [])
      // Whoever is on a stage at that time for good cannot be on another.
      if (free.length > 0) addRow(model, 0, free.length < then.length ? 0 : 1, sumOf(free))
    }
  }
}

function addMost(model: LinearModel, { sessions, mostMoves }: SuggestProblem, firstColumn: readonly number[]): void {
  addRow(model, Math.max(0, sessions.length - mostMoves), sessions.length, sumOf(firstColumn))
}
