import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/language-names'
import { cachesToDrop, isOutage, KEPT, orderIn, shellAddresses, wayOf } from './decide'

const files = new Set(['/_next/static/a.js', '/icon.svg'])

describe('a page', () => {
  it.each([
    ['/c/rust-days', 'quick network'],
    ['/c/rust-days/schedule', 'quick network'],
    ['/c/rust-days/schedule/2027-05-11', 'quick network'],
    ['/c/rust-days/sessions/142-controllers-in-rust', 'quick network'],
    ['/c/rust-days/plan', 'quick network'],
    ['/c/rust-days/changes', 'quick network'],
    ['/c/rust-days/notes/0b2f', 'quick network'],
    ['/notes', 'quick network'],
    ['/notes/3f0c1b52-5a3e-4c7e-9a55-6b8d8e0c9d11', 'quick network'],
    ['/c/rust-days/speakers', 'quick network'],
    ['/c/rust-days/rooms/hall-7', 'quick network'],
    ['/c/rust-days/rooms/hall-7.ics', 'leave'],
    ['/c/rust-days/calendars', 'network'],
    ['/c/rust-days/manage/rooms', 'network'],
    ['/', 'network'],
    ['/settings', 'network'],
    ['/now', 'device'],
    ['/share', 'device'],
    ['/c/rust-days/schedule.ics', 'leave'],
    ['/c/rust-days/agenda.json', 'leave'],
    ['/api/auth/callback/github', 'leave'],
    ['/feeds/secret', 'leave'],
  ])('at %s is answered by: %s', (pathname, way) => {
    expect(wayOf({ method: 'GET', mode: 'navigate', pathname }, files)).toBe(way)
  })

  it('of this device’s copy is answered by it, and by nothing else', () => {
    const ways = ['/c/rust-days/plan', '/c/rust-days/calendars'].map((pathname) =>
      wayOf({ method: 'GET', mode: 'navigate', pathname, search: KEPT }, files),
    )
    expect(ways).toEqual(['device', 'network'])
  })

  it('that is written to is never touched', () => {
    expect(
      ['/c/a/plan', '/api/v1/push', '/share'].map((pathname) =>
        wayOf({ method: 'POST', mode: 'navigate', pathname }, files),
      ),
    ).toEqual(['leave', 'leave', 'leave'])
  })
})

it('answers files of any build and those it keeps; nothing else that a page asks for', () => {
  const ways = [
    '/_next/static/a.js',
    '/_next/static/of-another-build.js',
    '/icon.svg',
    '/api/v1/pull',
    '/c/a/agenda.json',
  ].map((pathname) => wayOf({ method: 'GET', mode: 'cors', pathname }, files))
  expect(ways).toEqual(['file', 'file', 'file', 'leave', 'leave'])
})

it('goes when told to, updates when the server is of another build, and stays when that says nothing', () => {
  const order = (headers: Record<string, string>) => orderIn(new Headers(headers), 'b1')
  expect([
    order({}),
    order({ 'x-hallway-build': 'b1' }),
    order({ 'x-hallway-build': 'b2' }),
    order({ 'x-hallway-build': 'b2', 'x-hallway-worker': 'off' }),
  ]).toEqual([null, null, 'update', 'off'])
})

it('takes a broken server for none, and a refusal for an answer', () => {
  expect([200, 404, 401, 500, 502, 503].map(isOutage)).toEqual([false, false, false, true, true, true])
})

it('drops other builds’ shells at once, their files when no other page is open, and nothing of others', () => {
  const names = [
    'hallway-1',
    'hallway-shells-old',
    'hallway-files-old',
    'hallway-shells-new',
    'hallway-files-new',
    'hallway-told',
    'other',
  ]
  expect(cachesToDrop(names, 'new', true)).toEqual(['hallway-1', 'hallway-shells-old'])
  expect(cachesToDrop(names, 'new', false)).toEqual(['hallway-1', 'hallway-shells-old', 'hallway-files-old'])
})

it('keeps the files of two builds before it at the most, however long a page stays open', () => {
  const names = ['hallway-files-1', 'hallway-files-2', 'hallway-files-3', 'hallway-files-4', 'hallway-shells-4']
  expect(cachesToDrop(names, '4', true)).toEqual(['hallway-files-1'])
})

const shellsFrom = (first: string) =>
  [first, ...languages.filter((language) => language !== first)].map((language) => `/offline/${language}`)

it('speaks the language last seen here, else the browser’s, else English', () => {
  expect([
    shellAddresses('fr', ['en']),
    shellAddresses(null, ['xx', 'fr-CA', 'en']),
    shellAddresses(null, ['xx']),
    shellAddresses('xx', []),
  ]).toEqual([shellsFrom('fr'), shellsFrom('fr'), shellsFrom('en'), shellsFrom('en')])
})
