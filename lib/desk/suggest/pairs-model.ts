import { addCost, type LinearModel } from './linear-model'
import { overlap, type SuggestProblem, type Stretch } from './problem'

/** A time at which a session may be, and the column that says whether it is; null: it has no other. */
export type Time = Stretch & { column: number | null }

/**
 * Adds who must choose between two sessions, as it is counted (counted.ts) where one of the two moves. What is to be
 * added where both do is put into the model when an answer moves both (pair-cuts.ts).
 */
export function addPairs(model: LinearModel, { pairs, sessions }: SuggestProblem, times: readonly Time[][]): void {
  for (const { one, other, people } of pairs) {
    const [aNow, bNow] = [sessions[one]?.spots[0], sessions[other]?.spots[0]]
    if (!aNow || !bNow) continue
    const now = overlap(aNow, bNow) ? people : 0
    model.offset += now
    addAgainst(model, times[one] ?? [], bNow, people, now)
    addAgainst(model, times[other] ?? [], aNow, people, now)
  }
}

/** What one of a pair costs at each time while the other stays, beside what it costs now. */
function addAgainst(model: LinearModel, times: readonly Time[], other: Stretch, people: number, now: number): void {
  for (const time of times)
    if (time.column !== null) addCost(model, time.column, (overlap(time, other) ? people : 0) - now)
}
