// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { said, show } from '@/tests/show'
import { MergeReach } from './merge-reach'
import { LikelyPairs } from './likely-pairs'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

const reach = {
  kind: 'room' as const,
  name: 'G104-105',
  into: 'שלום',
  sessions: 2,
  people: null,
  names: ['G104'],
  things: { readings: 0, stewardLinks: 1, announcements: 0 },
  dropped: [{ field: 'capacity' as const, kept: '80', dropped: '70' }],
}

it('says what a merge would move, and what would no longer be said', () => {
  show(<MergeReach reach={reach} />)
  expect(said()).toEqual([
    'status:',
    '  “G104-105” becomes “\u2068שלום\u2069”. What moves:',
    '  2 sessions',
    '  the picks of fewer than 5 people, which stay theirs',
    '  also known as G104',
    '  1 link for stewards',
    '  capacity: 80 stays, 70 is no longer said',
    '  Its page, its calendar and its stewards’ links lead there. Later imports know both names. ' +
      'You can undo this at any time.',
  ])
})

it('asks of each pair, the name that stays first', () => {
  const parts: [{ id: string; name: string; more: string }, { id: string; name: string }] = [
    { id: '1', name: 'Ann', more: 'Acme' },
    { id: '2', name: 'Ann' },
  ]
  show(<LikelyPairs conference="c" kind="speaker" open={[{ parts, why: ['other-source'] }]} two={[]} />)
  expect(said()).toEqual([
    'region "May be one":',
    '  heading "May be one"',
    '  1 pair is named alike. Say whether they are one or two: later imports keep your answer.',
    '  summary "Ann, Acme = Ann each from another source"',
    '  Which one stays',
    '  radio "Ann · Acme" (checked)',
    '  radio "Ann"',
    '  button "See what moves"',
    '  button "They are two"',
  ])
})
