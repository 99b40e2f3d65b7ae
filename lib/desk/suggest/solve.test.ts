import fc from 'fast-check'
import loadHighs from 'highs'
import { expect, it } from 'vitest'
import { betterAnswer } from './better-answer'
import { countedOf } from './counted'
import { firstAnswer } from './first-answer'
import { modelOf } from './model'
import { PairCuts } from './pair-cuts'
import { costOf, isAllowed, totalOf, type Chosen, type SuggestProblem, type Spot } from './problem'
import type { BestAnswer } from './best-so-far'
import { modelDataOf, SAME } from './run-highs'
import { solve } from './solve'

const highs = await loadHighs()
const amount = fc.integer({ min: 0, max: 40 })
/** Of times that stand apart, that begin together and that overlap by a part. */
const spans = [
  [0, 2],
  [2, 4],
  [4, 6],
  [3, 5],
  [0, 1],
] as const

/** Sessions that are each somewhere now without a clash, and may be elsewhere. */
const problems = fc
  .record({
    places: fc.uniqueArray(fc.record({ room: fc.nat(2), span: fc.nat(4) }), {
      minLength: 1,
      maxLength: 5,
      selector: ({ room, span }) => `${room}-${span}`,
    }),
    costs: fc.array(fc.tuple(amount, amount, amount), { minLength: 75, maxLength: 75 }),
    allowed: fc.array(fc.boolean(), { minLength: 75, maxLength: 75 }),
    people: fc.array(amount, { minLength: 10, maxLength: 10 }),
    shared: fc.tuple(fc.nat(4), fc.nat(4)),
    mostMoves: fc.nat(5),
  })
  .map(({ places, costs, allowed, people, shared, mostMoves }): SuggestProblem => {
    const sessions = places.map((place, session) => {
      const spotAt = (room: number, span: number, isNow: boolean): Spot => {
        const [turnedAway, choosing, change] = costs[session * 15 + room * 5 + span] ?? [0, 0, 0]
        const [start, end] = spans[span] ?? spans[0]
        return { roomId: `${room}`, start, end, turnedAway, choosing, change: isNow ? 0 : change }
      }
      const others = [0, 1, 2].flatMap((room) =>
        [0, 1, 2, 3, 4].flatMap((span) =>
          (room === place.room && span === place.span) || !allowed[session * 15 + room * 5 + span]
            ? []
            : [spotAt(room, span, false)],
        ),
      )
      return { id: `${session}`, spots: [spotAt(place.room, place.span, true), ...others.slice(0, 6)] as const }
    })
    const pairs = sessions.flatMap((_, one) =>
      sessions.slice(one + 1).map((_, index) => ({ one, other: one + 1 + index, people: people[one + index] ?? 0 })),
    )
    const [a, b] = shared
    const speakers = a !== b && a < sessions.length && b < sessions.length ? [[a, b]] : []
    return { sessions, pairs, speakers, mostMoves }
  })
  .filter((problem) =>
    isAllowed(
      problem,
      problem.sessions.map(() => 0),
    ),
  )

it('finds what looking at all answers finds, and proves it', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { chosen, counted, bound } = solve(highs, problem, { deadlineMs: 10_000 })
      const least = Math.min(...allAnswers(problem).map((answer) => countedOf(problem, answer)))
      expect(isAllowed(problem, chosen)).toBe(true)
      expect(countedOf(problem, chosen)).toBe(counted)
      expect(counted).toBeCloseTo(least, 5)
      expect(bound).toBeCloseTo(least, 4)
    }),
    { numRuns: 60 },
  )
})

it('counts no less than a choice costs, and the same where one session moves', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      for (const answer of allAnswers(problem)) {
        const cost = totalOf(costOf(problem, answer))
        expect(countedOf(problem, answer)).toBeGreaterThanOrEqual(cost)
        if (answer.filter((spot) => spot !== 0).length < 2) expect(countedOf(problem, answer)).toBe(cost)
      }
    }),
    { numRuns: 100 },
  )
})

it('begins with an answer that may be given and is no worse than leaving all as it is', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const first = firstAnswer(problem)
      expect(isAllowed(problem, first)).toBe(true)
      const now = problem.sessions.map(() => 0)
      expect(countedOf(problem, first)).toBeLessThanOrEqual(countedOf(problem, now))
    }),
    { numRuns: 200 },
  )
})

it('finds near an answer one that may be given and is no worse', () => {
  fc.assert(
    fc.property(problems, fc.nat(), (problem, which) => {
      const all = allAnswers(problem)
      const from = all[which % all.length] ?? []
      const better = betterAnswer(
        problem,
        from,
        (_, spot) => spot % 2 === 0,
        () => true,
      )
      expect(isAllowed(problem, better)).toBe(true)
      expect(countedOf(problem, better)).toBeLessThanOrEqual(countedOf(problem, from))
    }),
    { numRuns: 100 },
  )
})

/** Fifteen sessions in four times, which all have the same people: many leave one time and come to another. */
const crowded = fc
  .record({ people: fc.array(amount, { minLength: 300, maxLength: 300 }), mostMoves: fc.integer({ min: 2, max: 6 }) })
  .map(({ people, mostMoves }): SuggestProblem => {
    const sessions = Array.from({ length: 15 }, (_, session) => {
      const spotAt = (index: number): Spot => ({
        roomId: `${index % 5}`,
        start: Math.floor(index / 5),
        end: Math.floor(index / 5) + 1,
        turnedAway: 0,
        choosing: 0,
        change: index === session ? 0 : 1,
      })
      const others = Array.from({ length: 20 }, (__, index) => index).filter((index) => index !== session)
      return { id: `${session}`, spots: [spotAt(session), ...others.map(spotAt)] as const }
    })
    const pairs = sessions.flatMap((_, one) =>
      sessions.slice(one + 1).map((__, index) => ({
        one,
        other: one + 1 + index,
        people: people[(one * 15 + index) % people.length] ?? 0,
      })),
    )
    return { sessions, pairs, speakers: [], mostMoves }
  })

it('finds with its cuts what HiGHS finds in the whole model without them', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(crowded, (problem) => {
      const { counted, bound } = solve(highs, problem, { deadlineMs: 60_000 })
      const model = new PairCuts(problem, modelOf(problem)).whole(() => true)
      const least = highs.withModel(modelDataOf(model, true), (mip) => {
        mip.options.set({ ...SAME, mip_rel_gap: 0 })
        mip.run()
        return mip.getObjectiveValue()
      })
      expect(counted).toBeCloseTo(least, 5)
      expect(bound).toBeCloseTo(least, 5)
    }),
    { numRuns: 3 },
  )
})

it('gives an answer and a true bound when no time is left', () => {
  fc.assert(
    fc.property(problems, fc.constantFrom(0, 1), (problem, deadlineMs) => {
      const { chosen, counted, bound } = solve(highs, problem, { deadlineMs })
      const least = Math.min(...allAnswers(problem).map((answer) => countedOf(problem, answer)))
      expect(isAllowed(problem, chosen)).toBe(true)
      expect(counted).toBeGreaterThanOrEqual(least - 1e-6)
      expect(bound).toBeLessThanOrEqual(least + 1e-6)
    }),
    { numRuns: 100 },
  )
})

it('tells of each better answer and bound, and gives the last', () => {
  const at = (roomId: string, turnedAway: number, change: number): Spot => ({
    roomId,
    start: 0,
    end: 1,
    turnedAway,
    choosing: 0,
    change,
  })
  const problem: SuggestProblem = {
    sessions: [
      { id: 'popular', spots: [at('small', 100, 0), at('large', 0, 1)] },
      { id: 'quiet', spots: [at('large', 0, 0), at('small', 5, 1)] },
    ],
    pairs: [],
    speakers: [],
    mostMoves: 2,
  }
  const told: BestAnswer[] = []
  const answer = solve(highs, problem, { deadlineMs: 10_000, onBetter: (better) => told.push(better) })
  expect(answer).toEqual({ chosen: [1, 1], counted: 7, bound: 7 })
  expect(told).toEqual([
    { chosen: [1, 1], counted: 7, bound: 0 },
    { chosen: [1, 1], counted: 7, bound: 7 },
  ])
})

function allAnswers(problem: SuggestProblem): Chosen[] {
  const all = problem.sessions.reduce<number[][]>(
    (answers, { spots }) => answers.flatMap((answer) => spots.map((_, spot) => [...answer, spot])),
    [[]],
  )
  return all.filter((answer) => isAllowed(problem, answer))
}
