import { expect, it } from 'vitest'
import type { RecapDraft } from './draft'
import { publishedState, recapState, recapStatusOf } from './status'

const [at, later] = [new Date('2026-04-01T10:00:00Z'), new Date('2026-04-02T10:00:00Z')]
const draft: RecapDraft = {
  title: 'Day 1',
  summary: '',
  text: 'All of it',
  language: 'en',
  tags: [],
  coverId: null,
  canonicalUrl: '',
}
const row = { slug: 'day-1', publishAt: at, withdrawnAt: null, createdAt: at }

it('is sent to a browser without what only a server holds', () => {
  const published = { state: 'published' as const, current: row, firstAt: at, updatedAt: at }
  expect([
    recapState({ state: 'draft' }),
    recapState({ state: 'withdrawn' }),
    recapState({ state: 'scheduled', at, slug: 'day-1' }),
    recapState({ ...published, nextAt: null }),
    recapState({ ...published, nextAt: later }),
  ]).toEqual([
    { state: 'draft' },
    { state: 'withdrawn' },
    { state: 'scheduled', at: at.toISOString() },
    { state: 'published', nextAt: null },
    { state: 'published', nextAt: later.toISOString() },
  ])
})

it.each([
  [{ state: 'draft' as const }, null, { state: 'published', nextAt: null }],
  [{ state: 'draft' as const }, at.toISOString(), { state: 'published', nextAt: null }],
  [{ state: 'withdrawn' as const }, later.toISOString(), { state: 'scheduled', at: later.toISOString() }],
  [
    { state: 'published' as const, nextAt: null },
    later.toISOString(),
    { state: 'published', nextAt: later.toISOString() },
  ],
])('of %j, published at %s, is %j', (before, publishAt, after) => {
  expect(publishedState(before, publishAt, at)).toEqual(after)
})

it('says that it was written on since, whatever is public or waits', () => {
  const published = { state: 'published' as const, nextAt: null }
  const written = { ...draft, text: 'All of it, and more' }
  expect([
    recapStatusOf({ state: 'draft' }, null, written),
    recapStatusOf(published, draft, { ...draft, title: ' Day 1 ' }),
    recapStatusOf(published, draft, written),
    recapStatusOf({ state: 'scheduled', at: later.toISOString() }, draft, draft),
    recapStatusOf({ state: 'scheduled', at: later.toISOString() }, draft, written),
    recapStatusOf({ state: 'withdrawn' }, null, written),
  ]).toEqual(['draft', 'published', 'changed', 'scheduled', 'changed', 'withdrawn'])
})
