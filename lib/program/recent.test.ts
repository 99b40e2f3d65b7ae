import { expect, it } from 'vitest'
import { phaseOf } from './conference-phase'
import { recentOf, withRecent } from './recent'

it('has the conference looked at last first, each once, six at most', () => {
  const cookie = ['a', 'b', 'c', 'b', 'd', 'e', 'f', 'g'].reduce<string | undefined>(withRecent, undefined)
  expect(recentOf(cookie)).toEqual(['g', 'f', 'e', 'd', 'b', 'c'])
})

it('takes nothing from a cookie but slugs', () => {
  expect([recentOf(undefined), recentOf(''), recentOf('go.<b>.rust-24.../..')]).toEqual([[], [], ['go', 'rust-24']])
})

it('says whether a conference is on, comes or is over', () => {
  const phase = (today: string) => phaseOf('2026-03-24', '2026-03-26', today)
  expect([phase('2026-03-23'), phase('2026-03-24'), phase('2026-03-26'), phase('2026-03-27')]).toEqual([
    'coming',
    'on',
    'on',
    'past',
  ])
  expect(phaseOf(null, null, '2026-03-24')).toBe('coming')
})

it('has one that is looked at again first and once, and leaves the rest as it was', () => {
  expect([withRecent(undefined, 'a'), withRecent('b.c', 'c'), withRecent('a.b.c.d.e.f', 'g')]).toEqual([
    'a',
    'c.b',
    'g.a.b.c.d.e',
  ])
  expect(recentOf('a.b.c.d.e.f.g.h')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})
