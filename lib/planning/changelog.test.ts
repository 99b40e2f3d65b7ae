import { expect, it } from 'vitest'
import type { ProgramChange } from '@/lib/program/program-change'
import { changelogOf, type ToldRelease } from './changelog'

const change = (version: number, sessionId: string, field: string, old: unknown = null, now: unknown = null) => ({
  ...{ version, sessionId, field, old, new: now },
  at: `2026-03-0${version}T10:00:00.000Z`,
})
const release = (number: number, sinceVersion: number, version: number): ToldRelease => ({
  ...{ number, sinceVersion, version, kind: 'other', undoes: null, at: '2026-03-01T10:00:00.000Z' },
})
const said = (releases: ToldRelease[], changes: ProgramChange[]) =>
  changelogOf(releases, changes).map(({ release: { number }, news }) => [
    number,
    news.map(({ sessionId, standing, fields }) => [
      ...[sessionId, standing],
      fields.map((one) => [one.field, one.old, one.new]),
    ]),
  ])

it('tells each release what it came to, once a session, and leaves out what told nobody anything', () => {
  const changes = [
    change(5, 'tides', 'rooms', ['Dome'], ['Hall']),
    change(4, 'lenses', 'title', 'Lens', 'Lenses'),
    change(4, 'tides', 'rooms', ['Hall'], ['Dome']),
    change(3, 'tides', 'cancelled'),
    change(2, 'tides', 'rooms', ['Attic'], ['Hall']),
    change(2, 'tides', 'added'),
  ]
  const releases = [release(4, 5, 6), release(3, 3, 5), release(2, 2, 3), release(1, 1, 2)]
  expect(said(releases, changes)).toEqual([
    [3, [['lenses', null, [['title', 'Lens', 'Lenses']]]]],
    [2, [['tides', 'cancelled', []]]],
    [1, [['tides', 'added', []]]],
  ])
})

it('says of what came and went in one release that it is cancelled', () => {
  const changes = [change(3, 'tides', 'cancelled'), change(2, 'tides', 'added')]
  expect(said([release(1, 1, 3)], changes)).toEqual([[1, [['tides', 'cancelled', []]]]])
})
