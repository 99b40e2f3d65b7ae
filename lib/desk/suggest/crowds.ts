import { countedApart } from './counted'
import type { RowEntry } from './linear-model'
import { overlap, spotAt, staying, type SuggestProblem, type Stretch } from './problem'
import type { Time } from './pairs-model'

/** That a session leaves a time, or comes to one: constant + entries × columns, which is 1 where it does, else 0. */
export type Shift = {
  key: string
  session: number
  /** From or to where. */ span: Stretch
  constant: number
  entries: readonly RowEntry[]
  /** Between 0 and 1, in the answer that is looked at. */ value: number
}

/** Shifts, of which two at once cost so many people more than the sum of what each costs alone. */
export type Crowd = { shifts: readonly Shift[]; /** By the shifts' places. */ people: readonly (readonly number[])[] }

const LEAST = 1e-6

/** Who leaves the same time, and who comes to the same: what linear costs do not say (pairs-model.ts). */
export class Crowds {
  readonly #people: ReadonlyMap<number, number>[]
  readonly #now: readonly Stretch[]

  constructor(
    readonly problem: SuggestProblem,
    readonly times: readonly (readonly Time[])[],
  ) {
    const people = problem.sessions.map(() => new Map<number, number>())
    for (const pair of problem.pairs) {
      people[pair.one]?.set(pair.other, pair.people)
      people[pair.other]?.set(pair.one, pair.people)
    }
    this.#people = people
    this.#now = problem.sessions.map((_, session) => spotAt(problem, staying(problem), session))
  }

  /** The crowds of an answer, whole or in fractions. @param values those of the columns */
  of(values: ArrayLike<number>): Crowd[] {
    const [leaving, coming] = [new Spans(), new Spans()]
    this.times.forEach((times, session) => {
      for (const { column, start, end } of times) {
        if (column === null) continue
        const value = values[column] ?? 0
        const isNow = this.#isNow(session, { start, end })
        if (isNow && value < 1 - LEAST) leaving.add({ start, end }, session)
        if (!isNow && value > LEAST) coming.add({ start, end }, session)
      }
    })
    const left = leaving.meeting((session, _, other) => this.#leaves(session, other, values))
    const came = coming.meeting((session, span) => this.#comes(session, span, values))
    return [
      ...left.map((shifts) => this.#crowdOf(shifts, () => true)),
      ...came.map((shifts) => this.#crowdOf(shifts, (a, b) => this.#isCountedOnceMore(a, b))),
    ]
  }

  /** All crowds that there can be. @param isOpen may a session have this of its spots? */
  all(isOpen: (session: number, spot: number) => boolean): Crowd[] {
    const values: number[] = []
    this.problem.sessions.forEach(({ spots }, session) => {
      const open = spots.filter((_, spot) => spot > 0 && isOpen(session, spot))
      const mayLeave = open.some((spot) => !this.#isNow(session, spot))
      for (const time of this.times[session] ?? []) {
        if (time.column === null) continue
        const may = open.some(({ start, end }) => start === time.start && end === time.end)
        values[time.column] = Number(this.#isNow(session, time) ? !mayLeave : may)
      }
    })
    return this.of(values)
  }

  #isNow(session: number, { start, end }: Stretch): boolean {
    const now = this.#now[session]
    return now?.start === start && now.end === end
  }

  #isCountedOnceMore(a: Shift, b: Shift): boolean {
    const [aNow, bNow] = [this.#now[a.session], this.#now[b.session]]
    return aNow !== undefined && bNow !== undefined && countedApart(aNow, bNow, a.span, b.span) === 0
  }

  #leaves(session: number, other: Stretch, values: ArrayLike<number>): Shift {
    const then = (this.times[session] ?? []).filter((time) => overlap(time, other))
    const entries = then.flatMap(({ column }): RowEntry[] => (column === null ? [] : [[column, -1]]))
    const key = `${session} leaves ${other.start}-${other.end}`
    return shiftOf({ key, session, span: this.#now[session] ?? other, constant: 1, entries }, values)
  }

  #comes(session: number, span: Stretch, values: ArrayLike<number>): Shift {
    const entries = (this.times[session] ?? []).flatMap(({ start, end, column }): RowEntry[] =>
      start === span.start && end === span.end && column !== null ? [[column, 1]] : [],
    )
    return shiftOf({ key: `${session} at ${span.start}-${span.end}`, session, span, constant: 0, entries }, values)
  }

  #crowdOf(shifts: readonly Shift[], isCounted: (a: Shift, b: Shift) => boolean): Crowd {
    const spans = new Set(shifts.map(({ span }) => `${span.start}-${span.end}`))
    const people = shifts.map((a) =>
      shifts.map((b) => {
        // Of two times that overlap by a part: those of one time among themselves are a crowd of their own.
        const isOfOne = a.span.start === b.span.start && a.span.end === b.span.end
        if (a.session === b.session || (spans.size > 1 && isOfOne) || !isCounted(a, b)) return 0
        return this.#people[a.session]?.get(b.session) ?? 0
      }),
    )
    return { shifts, people }
  }
}

function shiftOf(shift: Omit<Shift, 'value'>, values: ArrayLike<number>): Shift {
  return {
    ...shift,
    value: shift.entries.reduce((sum, [column, by]) => sum + by * (values[column] ?? 0), shift.constant),
  }
}

class Spans {
  readonly #bySpan = new Map<string, { span: Stretch; sessions: number[] }>()

  add(span: Stretch, session: number): void {
    const key = `${span.start}-${span.end}`
    const known = this.#bySpan.get(key)
    if (known) known.sessions.push(session)
    else this.#bySpan.set(key, { span, sessions: [session] })
  }

  /** The shifts of each time, and of each two that overlap. */
  meeting(shiftOf: (session: number, span: Stretch, other: Stretch) => Shift): Shift[][] {
    const all = [...this.#bySpan.values()]
    return all.flatMap((a, index) =>
      all.slice(index).flatMap((b) => {
        if (!overlap(a.span, b.span)) return []
        const shifts = a.sessions.map((session) => shiftOf(session, a.span, b.span))
        return [a === b ? shifts : [...shifts, ...b.sessions.map((session) => shiftOf(session, b.span, a.span))]]
      }),
    )
  }
}
