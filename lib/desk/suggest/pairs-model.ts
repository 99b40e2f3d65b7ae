import { countedApart } from './counted'
import { addColumn, addCost, addRow, sumOf, type LinearModel } from './linear-model'
import { overlap, type PickedPair, type SuggestProblem, type Stretch } from './problem'

/** A time at which a session may be, and the column that says whether it is; null: it has no other. */
export type Time = { start: number; end: number; column: number | null }

/** Adds who must choose between two sessions, as it is counted (counted.ts). @param close by place in the problem */
export function addPairs(
  model: LinearModel,
  { pairs, sessions }: SuggestProblem,
  times: readonly Time[][],
  close: ReadonlySet<number>,
): void {
  pairs.forEach(({ one, other, people }, index) => {
    const [aNow, bNow] = [sessions[one]?.spots[0], sessions[other]?.spots[0]]
    const [ones, others] = [times[one] ?? [], times[other] ?? []]
    if (!aNow || !bNow) return
    const now = overlap(aNow, bNow) ? people : 0
    model.offset += now
    addAgainst(model, ones, bNow, people, now)
    addAgainst(model, others, aNow, people, now)
    if (close.has(index) && ones.length > 1 && others.length > 1) addBoth(model, { people, aNow, bNow, ones, others })
  })
}

/** What one of a pair costs at each time while the other stays, beside what it costs now. */
function addAgainst(model: LinearModel, times: readonly Time[], other: Stretch, people: number, now: number): void {
  for (const time of times)
    if (time.column !== null) addCost(model, time.column, (overlap(time, other) ? people : 0) - now)
}

type Both = Pick<PickedPair, 'people'> & {
  aNow: Stretch
  bNow: Stretch
  ones: readonly Time[]
  others: readonly Time[]
}

/** What is to be added where both move. */
function addBoth(model: LinearModel, { people, aNow, bNow, ones, others }: Both): void {
  if (overlap(aNow, bNow)) {
    // Each that leaves the other took them off: where both do, they were taken off twice.
    const column = addColumn(model, people, false)
    const stay = [...ones.filter((time) => overlap(time, bNow)), ...others.filter((time) => overlap(time, aNow))]
    addRow(model, 1, Infinity, sumOf([...columnsOf(stay), column]))
  }
  const meetings = ones.flatMap((time) => {
    const then = others.filter((its) => overlap(time, its) && countedApart(aNow, bNow, time, its) === 0)
    return then.length > 0 ? [[time, ...then]] : []
  })
  if (meetings.length === 0) return
  const column = addColumn(model, people, false)
  for (const those of meetings) addRow(model, -Infinity, 1, [...sumOf(columnsOf(those)), [column, -1]])
}

function columnsOf(times: readonly Time[]): number[] {
  return times.flatMap(({ column }) => column ?? [])
}
