import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasPassed, lastSlugOf, latestOf, publicationState, wasPublic, type PublicationTimes } from './publication'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 24, hour))
const now = at(12)
const row = (
  slug: string,
  publish: number,
  given: { withdrawn?: number; created?: number } = {},
): PublicationTimes => ({
  slug,
  publishAt: at(publish),
  withdrawnAt: given.withdrawn === undefined ? null : at(given.withdrawn),
  createdAt: at(given.created ?? publish - 1),
})

describe('a recap', () => {
  it('is a draft without a publication, or with one that was taken back before its time', () => {
    expect(publicationState([], now)).toEqual({ state: 'draft' })
    expect(publicationState([row('a', 14, { withdrawn: 11 })], now)).toEqual({ state: 'draft' })
    expect(publicationState([row('a', 11, { withdrawn: 10 })], now)).toEqual({ state: 'draft' })
    expect(publicationState([row('a', 11, { withdrawn: 11 })], now)).toEqual({ state: 'draft' })
  })

  it('is scheduled at the soonest instant to come', () => {
    expect(publicationState([row('late', 15), row('soon', 13)], now)).toEqual({
      state: 'scheduled',
      at: at(13),
      slug: 'soon',
    })
  })

  it('is published from its instant on, with the newest text, since the first', () => {
    const [first, second] = [row('a', 9), row('b', 12)]
    expect(publicationState([second, first], now)).toEqual({
      state: 'published',
      current: second,
      firstAt: at(9),
      updatedAt: at(12),
      nextAt: null,
    })
    expect(publicationState([row('c', 13), first], now)).toEqual({
      state: 'published',
      current: first,
      firstAt: at(9),
      updatedAt: at(9),
      nextAt: at(13),
    })
  })

  it('shows of two texts of one instant the one that was made later', () => {
    const [first, second] = [row('a', 9, { created: 7 }), row('b', 9, { created: 8 })]
    expect(publicationState([second, first], now)).toMatchObject({ current: second, firstAt: at(9) })
  })

  it('is gone when all of it was withdrawn, and shows what was not', () => {
    const [old, gone] = [row('a', 8), row('b', 9, { withdrawn: 11 })]
    expect(publicationState([gone], now)).toEqual({ state: 'withdrawn' })
    expect(publicationState([gone, row('c', 13)], now)).toEqual({ state: 'withdrawn' })
    expect(publicationState([old, gone], now)).toMatchObject({ current: old, updatedAt: at(8) })
    expect(publicationState([row('a', 9, { withdrawn: 12 })], now)).toEqual({ state: 'withdrawn' })
    expect(publicationState([row('a', 9, { withdrawn: 13 })], now)).toMatchObject({ state: 'published' })
  })
})

it('was public only if anybody could read it', () => {
  const rows = [row('a', 12), row('b', 13), row('c', 9, { withdrawn: 9 }), row('d', 9, { withdrawn: 10 })]
  expect(rows.map((each) => wasPublic(each, now))).toEqual([true, false, false, true])
})

it('was published last what everybody reads, or will', () => {
  const [old, current, waiting] = [row('a', 9), row('b', 11), row('c', 13)]
  expect([
    latestOf([], now),
    latestOf([current, old], now),
    latestOf([waiting, current], now),
    latestOf([row('d', 13, { withdrawn: 12 }), current], now),
    latestOf([row('a', 9, { withdrawn: 10 })], now),
  ]).toEqual([null, current, waiting, current, null])
})

it('never shows what is not public now, and never calls a draft what somebody could read', () => {
  const hour = fc.integer({ min: 8, max: 16 })
  const rows = fc.array(
    fc.tuple(hour, fc.option(hour, { nil: undefined })).map(([publish, withdrawn]) => row('x', publish, { withdrawn })),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(rows, (all) => {
      const shown = publicationState(all, now)
      const isRead = ({ publishAt, withdrawnAt }: PublicationTimes) =>
        publishAt <= now && (withdrawnAt === null || withdrawnAt > now)
      expect(shown.state === 'published').toBe(all.some((each) => isRead(each) && wasPublic(each, now)))
      if (shown.state === 'published') expect(isRead(shown.current)).toBe(true)
      if (all.some((each) => wasPublic(each, now))) expect(['published', 'withdrawn']).toContain(shown.state)
    }),
  )
})

it.each([
  ['none', [], null],
  ['the one that it has', [row('a', 9), row('later', 15)], 'a'],
  ['the one that it will have', [row('soon', 13)], 'soon'],
  ['the one that it had', [row('a', 8), row('b', 9, { withdrawn: 10 })], 'a'],
  ['the last that it had', [row('a', 8, { withdrawn: 9 }), row('b', 9, { withdrawn: 10 })], 'b'],
  ['one that was called off', [row('soon', 13, { withdrawn: 11 })], 'soon'],
])('has an address that its author knows: %s', (_, rows, slug) => {
  expect(lastSlugOf(rows, now)).toBe(slug)
})

it('was called last what was made last, in whatever order the rows come', () => {
  const rows = [
    row('a', 8, { withdrawn: 9, created: 5 }),
    row('b', 9, { withdrawn: 10, created: 7 }),
    row('c', 9, { withdrawn: 10, created: 6 }),
  ]
  expect([rows, rows.toReversed()].map((all) => lastSlugOf(all, now))).toEqual(['b', 'b'])
})

it('cannot be published at an instant that is over by more than the minute that a form takes', () => {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000).toISOString()
  expect([-60, 0, 59, 60, 60.001, 3_600].map((seconds) => hasPassed(before(seconds), now))).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ])
})

it('is withdrawn at the very instant that says so', () => {
  expect([11, 12, 13].map((withdrawn) => latestOf([row('a', 9, { withdrawn })], now)?.slug)).toEqual([
    undefined,
    undefined,
    'a',
  ])
})
