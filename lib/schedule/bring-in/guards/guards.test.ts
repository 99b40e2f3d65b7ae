import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '@/lib/program/snapshot'
import { aSnapshot } from '@/tests/factories/program'
import { diffSessions, type StoredSession } from '../diff'
import { guardsOf, guardValues, zonesThatExplain, type GuardedImport } from './guards'

const many = (count: number, given: (index: number) => Partial<Snapshot> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    aSnapshot({ title: `Talk ${index}`, rooms: [`Room ${index % 4}`], ...given(index) }),
  )
const untimed = (count: number) => many(count, () => ({ startAt: null, endAt: null }))
const later = (minutes: number) => (iso: string | null) =>
  iso && new Date(Date.parse(iso) + minutes * 60_000).toISOString()

/** What is asked where a source that said `before` says `now`; its sessions have their number as id. */
function ask(before: Snapshot[], now: Snapshot[], given: Partial<GuardedImport> = {}) {
  const stored: StoredSession[] = before.map((imported, index) => ({
    id: String(index).padStart(4, '0'),
    sourceKeys: [String(index)],
    imported,
    overridden: new Set(),
  }))
  const diffs = diffSessions(
    stored,
    now.map((snapshot, index) => ({ sourceId: String(index), snapshot })),
  )
  return guardsOf({ stored, diffs, isIncomplete: false, siteKeys: { known: null, given: null }, ...given })
}

const shiftedBy = (minutes: number, sessions: Snapshot[]) =>
  sessions.map((one) => ({ ...one, startAt: later(minutes)(one.startAt), endAt: later(minutes)(one.endAt) }))

describe('guardsOf', () => {
  it.each<[string, Snapshot[], Snapshot[], unknown[]]>([
    ['the same again', many(10), many(10), []],
    ['a first import', [], many(10), []],
    ['a few more, a few gone', many(10), many(12).slice(0, 7), []],
    ['more than three in ten gone', many(12), many(8), [{ code: 'many-gone', gone: 4, standing: 12 }]],
    ['three of three gone', many(3), many(1, () => ({ title: 'Else', rooms: ['Room 9'] })), []],
    ['nothing with a time, of a new source', [], untimed(4), [{ code: 'nothing-scheduled', sessions: 4 }]],
    ['the same again, and of a few', untimed(4), untimed(5), []],
    ['a few without a time', [], untimed(3), []],
    ['no time any more', many(2), untimed(2), [{ code: 'nothing-scheduled', sessions: 2 }]],
    ['all later', many(9), shiftedBy(120, many(9)), [{ code: 'all-shifted', shifted: 9, of: 9, minutes: 120 }]],
    [
      'nearly all earlier',
      many(10),
      [...shiftedBy(-60, many(9)), ...many(10).slice(9)],
      [{ code: 'all-shifted', shifted: 9, of: 10, minutes: -60 }],
    ],
    ['half later', many(10), [...shiftedBy(60, many(5)), ...many(10).slice(5)], []],
    ['three later', many(3), shiftedBy(60, many(3)), []],
    [
      'every room by another name',
      many(8),
      many(8, (index) => ({ rooms: [`Salle ${index % 4}`] })),
      [{ code: 'rooms-renamed', renamed: 4, of: 4 }],
    ],
    [
      'the only room by another name',
      many(4, () => ({ rooms: ['Hall'] })),
      many(4, () => ({ rooms: ['Nave'] })),
      [{ code: 'rooms-renamed', renamed: 1, of: 1 }],
    ],
    ['three that move together', many(3, () => ({ rooms: ['Hall'] })), many(3, () => ({ rooms: ['Nave'] })), []],
    ['no room any more', many(8), many(8, () => ({ rooms: [] })), [{ code: 'rooms-gone', sessions: 8, of: 8 }]],
    [
      'hardly a room any more, of those that had one',
      many(12, (index) => ({ rooms: index < 10 ? ['Hall'] : [] })),
      many(12, (index) => ({ rooms: index < 1 ? ['Hall'] : [] })),
      [{ code: 'rooms-gone', sessions: 9, of: 10 }],
    ],
    ['three without a room any more', many(3), many(3, () => ({ rooms: [] })), []],
    ['what never had a room', many(8, () => ({ rooms: [] })), many(8, () => ({ rooms: [] })), []],
    ['rooms spelt in capitals', many(8), many(8, (index) => ({ rooms: [`ROOM ${index % 4}`] })), []],
    ['half of the rooms', many(8), many(8, (index) => ({ rooms: [index % 4 < 2 ? 'Hall' : `Room ${index % 4}`] })), []],
  ])('asks of %s', (_, before, now, guards) => {
    expect(ask(before, now)).toEqual(guards)
  })

  it('asks once of another conference, not also of what of this one is gone', () => {
    const other = many(10, (index) => ({
      title: `Gardening ${index}`,
      dayOn: '2027-05-01',
      startAt: '2027-05-01T08:00:00.000Z',
      endAt: null,
      speakers: [{ name: `Gardener ${index}`, company: null }],
    }))
    const stored: StoredSession[] = many(12).map((imported, index) => ({
      id: String(index),
      sourceKeys: [`old ${index}`],
      imported,
      overridden: new Set(),
    }))
    const asked = (now: Snapshot[]) =>
      guardsOf({
        stored,
        diffs: diffSessions(
          stored,
          now.map((snapshot, index) => ({ sourceId: `new ${index}`, snapshot })),
        ),
        isIncomplete: false,
        siteKeys: { known: null, given: null },
      })
    expect(asked(other)).toEqual([{ code: 'another-conference', common: 0, standing: 12 }])
    // On the same days it may be this one, whose titles were not known before.
    expect(asked(other.map((one) => ({ ...one, dayOn: '2026-03-24' })))).toEqual([
      { code: 'many-gone', gone: 12, standing: 12 },
    ])
  })

  it('asks of files that call themselves another site, however much they have in common', () => {
    const of = (known: string | null, given: string | null) => ask(many(5), many(5), { siteKeys: { known, given } })
    expect([of('kube2026', 'kube2025'), of('kube2026', 'KUBE2026'), of('kube2026', null), of(null, 'kube')]).toEqual([
      [{ code: 'another-site', known: 'kube2026', given: 'kube2025' }],
      [],
      [],
      [],
    ])
  })

  it('asks of a single one that is gone where a part of the files is missing', () => {
    const of = (count: number) => ask(many(9), many(count), { isIncomplete: true })
    expect([of(9), of(8)]).toEqual([[], [{ code: 'part-missing', gone: 1 }]])
  })

  it('asks nothing of the same again, whatever it is, and of any shift of all by how much that is', () => {
    const shift = fc.integer({ min: -2_000, max: 2_000 }).filter((minutes) => minutes !== 0)
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), shift, (count, minutes) => {
        expect(ask(many(count), many(count))).toEqual([])
        expect(ask(many(count), shiftedBy(minutes, many(count)))).toEqual([
          { code: 'all-shifted', shifted: count, of: count, minutes },
        ])
      }),
    )
  })
})

describe('zonesThatExplain', () => {
  const [winter, summer] = [new Date('2026-01-15T12:00:00Z'), new Date('2026-07-15T12:00:00Z')]
  it.each([
    ['read as UTC, written in Paris', 60, winter, 'UTC', ['Europe/Paris', 'UTC'], ['Europe/Paris']],
    ['the same in summer', 120, summer, 'UTC', ['Europe/Paris'], ['Europe/Paris']],
    ['read in Paris, written as UTC', -120, summer, 'Europe/Paris', ['UTC', 'Europe/Paris', 'UTC'], ['UTC']],
    ['half an hour', 330, winter, 'UTC', ['Asia/Kolkata', 'Europe/Paris'], ['Asia/Kolkata']],
    ['no zone of these', 45, winter, 'UTC', ['Europe/Paris'], []],
    ['over midnight', 780, winter, 'UTC', ['Pacific/Auckland'], ['Pacific/Auckland']],
  ])('knows of %s', (_, minutes, at, readIn, zones, expected) => {
    expect(zonesThatExplain(minutes, at, readIn, zones)).toEqual(expected)
  })
})

it('says a shift in days, hours and minutes, and which way', () => {
  const values = (minutes: number, language: string) =>
    guardValues({ code: 'all-shifted', shifted: 9, of: 10, minutes }, language)
  expect([values(120, 'en'), values(-1_530, 'fr')]).toEqual([
    { shifted: 9, of: 10, others: 1, span: '2 hours', direction: 'later' },
    { shifted: 9, of: 10, others: 1, span: '1\u00a0jour 1\u00a0heure 30 minutes', direction: 'earlier' },
  ])
})
