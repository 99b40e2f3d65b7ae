import { createElement } from 'react'
import { expect, it } from 'vitest'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { draw } from '@/tests/draw'
import { BringInResult } from './bring-in-result'

const nothing = {
  format: '',
  title: null,
  timeZone: 'Europe/Paris',
  counts: { sessions: 0, rooms: 0, speakers: 0, days: 0 },
  firstHours: [],
  diff: null,
  changes: [],
  problems: [],
  reason: null,
  seen: '',
}

it('counts nothing in what could not be read', () => {
  const wordsOf = (format: string) =>
    draw(createElement(BringInResult, { isNew: true, preview: { ...nothing, format } })).replace(/<[^>]*>/g, '')
  expect(wordsOf('')).not.toContain('0 sessions')
  expect(wordsOf('csv')).toContain('Read as: Table (CSV)')
})

it('says in words what one would have to know before going', () => {
  const change = {
    key: 'a',
    kind: 'changed' as const,
    title: 'Workshop',
    when: { dayOn: '2026-03-24', startAt: null, endAt: null },
    fields: [{ field: 'flags' as const, before: '', after: 'separate-registration, sold-out' }],
  }
  const html = draw(
    createElement(BringInResult, { isNew: false, preview: { ...nothing, format: 'csv', changes: [change] } }),
  )
  expect(html.replace(/<[^>]*>/g, '')).toContain('notices: nothing → Sold out, Separate registration')
})

it('says when each session is that would change: two may share a title', () => {
  const workshop = (key: string, startAt: string) => ({
    key,
    kind: 'cancelled' as const,
    title: 'Workshop',
    when: { dayOn: '2026-03-24', startAt, endAt: null },
    fields: [],
  })
  const result = createElement(BringInResult, {
    isNew: false,
    preview: {
      ...nothing,
      format: 'csv',
      counts: { sessions: 2, rooms: 0, speakers: 0, days: 1 },
      changes: [workshop('a', '2026-03-24T09:00:00.000Z'), workshop('b', '2026-03-24T13:30:00.000Z')],
    },
  })
  const html = draw(result)
  const words = html.replace(/<[^>]*>/g, '')
  expect(words).toContain('Cancelled2\u00a0sessions')
  expect(words).toContain('WorkshopTue 24 Mar 10:00')
  expect(words).toContain('WorkshopTue 24 Mar 14:30')
})

it('counts what becomes of sessions that stand, and only that', () => {
  const diff = { added: 1200, changed: 0, cancelled: 0, restored: 0, unchanged: 0 }
  const wordsOf = (isNew: boolean, more = {}) =>
    draw(
      createElement(BringInResult, { isNew, preview: { ...nothing, format: 'csv', diff: { ...diff, ...more } } }),
    ).replace(/<[^>]*>/g, '')
  expect(wordsOf(true)).not.toContain('Added')
  expect(wordsOf(false)).toContain('Added1,200')
  expect(wordsOf(false)).not.toContain('Changed')
  expect(wordsOf(false, { cancelled: 2 })).toContain('Added1,200Cancelled2')
})

it('lays few changes open, folds many, and says how many there are of which the first are shown', () => {
  const changes = Array.from({ length: 13 }, (_, nth) => ({
    key: String(nth),
    kind: 'added' as const,
    title: `Talk ${nth}`,
    when: { dayOn: '2026-03-24', startAt: null, endAt: null },
    fields: [],
  }))
  const diff = { added: 1200, changed: 0, cancelled: 0, restored: 0, unchanged: 1 }
  const drawn = (count: number, more = {}) =>
    draw(
      createElement(BringInResult, {
        isNew: false,
        preview: { ...nothing, format: 'csv', changes: changes.slice(0, count), ...more },
      }),
    )
  expect(drawn(12)).not.toContain('<details')
  expect(drawn(13)).toContain('<details>')
  expect(drawn(13, { diff }).replace(/<[^>]*>/g, '')).toContain('The first 13\u00a0of 1,200\u00a0changes are listed.')
})

it('lays how days begin open where nothing stands or the clocks are odd, else folds it', () => {
  const day = { dayOn: '2026-03-24', count: 1, isOdd: false, sessions: [] }
  const opens = (isNew: boolean, more = {}) =>
    !draw(createElement(BringInResult, { isNew, preview: { ...nothing, firstHours: [day], ...more } })).includes(
      '<details>',
    )
  expect([
    opens(true),
    opens(false),
    opens(false, { firstHours: [{ ...day, isOdd: true }] }),
    opens(false, { guards: [{ code: 'all-shifted', shifted: 9, of: 9, minutes: 60 }] }),
  ]).toEqual([true, false, true, true])
})

it('asks about odd clocks beside how days begin, above a long list of changes', () => {
  const when = { dayOn: '2026-03-24', startAt: '2026-03-24T09:00:00.000Z', endAt: null }
  const changes = [{ key: 'a', kind: 'changed' as const, title: 'Workshop', when, fields: [] }]
  const sessions = [{ ...when, title: 'Breakfast', rooms: [] }]
  const firstHours = [{ dayOn: '2026-03-24', count: 1, isOdd: false, sessions }]
  const places = (more: Partial<BringInPreview>) => {
    const preview = { ...nothing, format: 'csv', changes, firstHours, ...more }
    const html = draw(createElement(BringInResult, { isNew: false, preview }, 'Is this meant?'))
    return ['Is this meant?', 'Breakfast', 'Workshop'].toSorted((a, b) => html.indexOf(a) - html.indexOf(b))
  }
  expect(places({ guards: [{ code: 'all-shifted', shifted: 9, of: 9, minutes: 60 }] })).toEqual([
    'Is this meant?',
    'Breakfast',
    'Workshop',
  ])
  expect(places({})).toEqual(['Is this meant?', 'Workshop', 'Breakfast'])
})
