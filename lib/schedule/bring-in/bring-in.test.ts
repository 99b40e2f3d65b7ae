import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { applyBringIn, previewBringIn, type ConferenceToMake } from './bring-in'
import { nameOfSeen } from './preview/seen'
import type { BringInRequest } from './read-material'
import { parseFiles, type ParseRequest } from '@/lib/formats/parse'
import type { ImportFile } from '@/lib/formats/reading/adapter'

const { db } = await testDatabase()
const now = new Date('2026-03-01T10:00:00Z')
const parse = async (files: ImportFile[], request: ParseRequest) => parseFiles(files, request)
const textFile = (text: string) => ({ name: 'file', bytes: new TextEncoder().encode(text) })
const programFile = (...given: Parameters<typeof aProgram>) => textFile(JSON.stringify(aProgram(...given)))
const csvFile = (...lines: string[]) => textFile(lines.join('\n'))

let conference: { id: string; timeZone: string; slug: string }
beforeEach(async () => {
  conference = await makeConference(db, { sessions: 0 })
})

function request(files: ImportFile[], given: Partial<BringInRequest> = {}): BringInRequest {
  return {
    files,
    address: null,
    siteKey: null,
    problems: [],
    conference,
    sourceName: null,
    timeZone: null,
    accept: [],
    ...given,
  }
}

const preview = (given: BringInRequest) => previewBringIn(db, given, parse)
const apply = (given: BringInRequest, make: ConferenceToMake | null = null, userId: string | null = null) =>
  applyBringIn(db, given, { make, userId }, now, parse)

describe('applyBringIn', () => {
  it('makes a conference of what the files say, for its owner', async () => {
    const { id: ownerId } = await makePerson(db)
    const file = programFile([{ title: 'Rust' }], {
      title: 'Rust Days 2026',
      timeZone: 'Europe/Rome',
      language: 'fr-FR',
    })
    const done = await apply(
      request([file], { conference: null, address: 'https://example.org/x' }),
      { name: null, ownerId },
      ownerId,
    )
    expect(done).toMatchObject({
      reason: null,
      conference: { slug: 'rust-days-2026' },
      format: 'program-json',
      source: 'site',
      standing: { sessions: 1, rooms: 0, speakers: 0, days: 1 },
      counts: { added: 1 },
    })
    expect(
      await db.conference.findUnique({
        where: { id: done.conference?.id },
        include: { memberships: true, sources: true },
      }),
    ).toMatchObject({
      name: 'Rust Days 2026',
      timeZone: 'Europe/Rome',
      language: 'fr',
      visibility: 'private',
      version: 2,
      memberships: [{ userId: ownerId, role: 'owner' }],
      sources: [{ name: 'site', siteKey: 'site', address: 'https://example.org/x', format: 'program-json' }],
    })
  })

  it('calls a conference as its owner typed it, whatever its calendar calls itself', async () => {
    const calendar = textFile(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Sched.com Rust Days Europe//EN',
        'X-WR-CALNAME:rustdays2026',
        'BEGIN:VEVENT',
        'UID:1',
        'SUMMARY:Rust',
        'DTSTART:20260324T080000Z',
        'DTEND:20260324T090000Z',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
    )
    const nameOf = async (name: string | null) =>
      (await apply(request([calendar], { conference: null, timeZone: 'UTC' }), { name, ownerId: null })).conference
    expect([await nameOf('My own name'), await nameOf(null)]).toMatchObject([
      { slug: 'my-own-name' },
      { slug: 'rust-days-europe' },
    ])
    // Imported again, under its own name still.
    const [made] = await db.conference.findMany({ where: { slug: 'my-own-name' } })
    await apply(request([calendar], { conference: made ?? null }))
    expect(
      await db.conference.findMany({
        where: { slug: 'my-own-name' },
        select: { name: true, sources: { select: { siteKey: true } } },
      }),
    ).toEqual([{ name: 'My own name', sources: [{ siteKey: 'rustdays2026' }] }])
  })

  it('makes none of files without a session, and none without a name', async () => {
    const before = await db.conference.count()
    expect(
      await apply(request([programFile([])], { conference: null, timeZone: 'UTC' }), { name: 'Empty', ownerId: null }),
    ).toMatchObject({ reason: 'nothing-usable', conference: null })
    expect(
      await apply(request([programFile([{ title: 'Rust' }], { title: null })], { conference: null, timeZone: 'UTC' }), {
        name: null,
        ownerId: null,
      }),
    ).toMatchObject({ reason: 'name-needed', conference: null })
    expect(await db.conference.count()).toBe(before)
  })

  it('asks for the zone of a new conference, and takes the stored one of another', async () => {
    expect(
      await apply(request([csvFile('title,day,start', 'Rust,2026-03-24,09:00')], { conference: null }), {
        name: 'x',
        ownerId: null,
      }),
    ).toMatchObject({ reason: 'time-zone-needed', conference: null, format: 'csv' })
    await apply(request([csvFile('title,day,start', 'Rust,2026-03-24,09:00')]))
    expect(await db.session.findFirst({ where: { conferenceId: conference.id } })).toMatchObject({
      startAt: new Date('2026-03-24T08:00:00Z'),
    })
  })

  it('asks which source is meant, and then keeps to what it is told', async () => {
    await apply(request([programFile([{ title: 'Rust' }])]))
    expect(await apply(request([programFile([{ title: 'Go' }], { siteKey: null })]))).toMatchObject({
      reason: 'which-source',
      conference: null,
      standing: { sessions: 1 },
      counts: null,
    })
    expect(
      await apply(request([programFile([{ title: 'Go' }], { siteKey: null })], { sourceName: 'Second' })),
    ).toMatchObject({ reason: null, source: 'Second', counts: { added: 1, cancelled: 0 } })
    expect(
      await apply(
        request([programFile([{ title: 'Go' }, { title: 'Zig' }], { siteKey: null })], { sourceName: 'second' }),
      ),
    ).toMatchObject({ source: 'Second', counts: { added: 1, unchanged: 1 } })
    expect(await apply(request([programFile([{ title: 'Rust' }])]))).toMatchObject({
      source: 'site',
      counts: { unchanged: 1 },
    })
  })

  it('takes a pasted table again without asking what it is', async () => {
    await apply(request([csvFile('title,day,start', 'Rust,2026-03-24,09:00')]))
    const again = request([csvFile('title,day,start', 'Rust,2026-03-24,09:00', 'Go,2026-03-24,10:00')])
    expect(await preview(again)).toMatchObject({ reason: null, source: 'csv', counts: { added: 1, unchanged: 1 } })
    expect(await apply(again)).toMatchObject({ reason: null, source: 'csv', counts: { added: 1, unchanged: 1 } })
    expect(await db.source.count({ where: { conferenceId: conference.id } })).toBe(1)
  })

  it('learns a source’s address when it is fetched at last', async () => {
    await apply(request([programFile([{ title: 'Rust' }])]))
    await apply(request([programFile([{ title: 'Rust' }])], { address: 'https://example.org/a' }))
    await apply(request([programFile([{ title: 'Rust' }])], { address: 'https://example.org/b' }))
    expect(await db.source.findMany({ where: { conferenceId: conference.id }, select: { address: true } })).toEqual([
      { address: 'https://example.org/a' },
    ])
  })

  it('reads a table the next time as it was put right the first', async () => {
    const table = csvFile('What,Subtitle,day', 'Rust,For operators,2026-03-24')
    await apply(request([table], { sourceName: 'Table', mapping: { title: 'Subtitle', day: 'day' } }))
    expect(await apply(request([table], { sourceName: 'Table' }))).toMatchObject({
      counts: { added: 0, changed: 0, unchanged: 1 },
      mapping: { title: 'Subtitle', day: 'day' },
    })
    expect(await db.session.findMany({ where: { conferenceId: conference.id }, select: { title: true } })).toEqual([
      { title: 'For operators' },
    ])
  })

  it('reads rooms the next time as was answered the first, beside columns that were put right', async () => {
    const table = csvFile('What,Subtitle,day,room', 'Rust,For operators,2026-03-24,Quay (146)')
    const again = () => request([table], { sourceName: 'Table' })
    const capacities = () =>
      db.room.findMany({ where: { conferenceId: conference.id }, select: { name: true, capacity: true } })
    expect(await apply(again())).toMatchObject({
      reason: null,
      questions: [{ id: 'room-brackets', guess: 'name', answer: null }],
    })
    expect(await capacities()).toEqual([{ name: 'Quay (146)', capacity: null }])

    await apply(
      request([table], {
        sourceName: 'Table',
        mapping: { title: 'Subtitle', day: 'day', room: 'room' },
        answers: { 'room-brackets': 'capacity' },
      }),
    )
    const asBefore = { mapping: { title: 'Subtitle' }, questions: [{ answer: 'capacity' }] }
    expect(await preview(again())).toMatchObject({ ...asBefore, counts: { unchanged: 1 } })
    expect(await apply(again())).toMatchObject({ ...asBefore, counts: { unchanged: 1 } })
    expect(await db.source.findFirst({ where: { conferenceId: conference.id }, select: { options: true } })).toEqual({
      options: {
        mapping: { title: 'Subtitle', day: 'day', room: 'room' },
        answers: { 'room-brackets': 'capacity' },
      },
    })
  })

  it('asks before it cancels many', async () => {
    const titles = ['a', 'b', 'c', 'd', 'e'].map((title) => ({ title }))
    await apply(request([programFile(titles)]))
    expect(await apply(request([programFile(titles.slice(4))]))).toMatchObject({
      reason: 'guarded',
      guards: [{ code: 'many-gone', gone: 4, standing: 5 }],
      conference: null,
      counts: { cancelled: 4, unchanged: 1 },
    })
    expect(await apply(request([programFile(titles.slice(4))], { accept: ['many-gone'] }))).toMatchObject({
      reason: null,
      counts: { cancelled: 4, unchanged: 1 },
    })
  })

  it('takes a spreadsheet and the CSV of it for versions of one source', async () => {
    const bytes = new Uint8Array(await readFile('lib/formats/fixtures/spreadsheet/list.xlsx'))
    expect(await apply(request([{ name: 'list.xlsx', bytes }], { timeZone: 'UTC' }))).toMatchObject({
      source: 'spreadsheet',
      counts: { added: 3 },
    })
    const saved = csvFile(
      'Title,Day,Start,End,Room,Speakers',
      'Tides & tow,2027-06-10,09:00,09:45,Pier,Ada Brook',
      'Dunes,2027-06-10,09:45,10:30,Deck,"Lin Marsh, Olu Sand"',
    )
    expect(await apply(request([saved], { timeZone: 'UTC' }))).toMatchObject({
      source: 'spreadsheet',
      counts: { added: 0, cancelled: 1, changed: 1, unchanged: 1 },
    })
    expect(await db.source.findMany({ where: { conferenceId: conference.id }, select: { format: true } })).toEqual([
      { format: 'csv' },
    ])
  })

  it('says which release shows what it changed, where it made one', async () => {
    const releases: (number | null)[] = []
    for (const room of ['Hall A', 'Attic', 'Attic'])
      releases.push((await apply(request([programFile([{ title: 'Rust', rooms: [room] }])]))).release)
    expect(releases).toEqual([1, 2, null])
  })

  it('makes no conference of what it refuses', async () => {
    const { id: ownerId } = await makePerson(db)
    const made = () => db.conference.count({ where: { memberships: { some: { userId: ownerId } } } })
    const untimed = csvFile('title,day', ...['a', 'b', 'c', 'd'].map((title) => `${title},2026-03-24`))
    const asked = request([untimed], { conference: null, timeZone: 'Europe/Paris' })
    expect(await apply(asked, { name: 'Some day', ownerId })).toMatchObject({ reason: 'guarded', conference: null })
    expect(await made()).toBe(0)
    const said = { ...asked, accept: ['nothing-scheduled' as const] }
    expect(await apply(said, { name: 'Some day', ownerId })).toMatchObject({ conference: { slug: 'some-day' } })
    expect(await made()).toBe(1)
  })

  it('lets in what was looked at and nothing else, whatever its order', async () => {
    const rust = { title: 'Rust', rooms: ['Hall A'] }
    await apply(request([programFile([rust, { title: 'Go' }])]))
    const files = [programFile([{ ...rust, rooms: ['Attic'] }])]
    const seen = nameOfSeen((await preview(request(files))).diffs)
    const titles = () =>
      db.session.findMany({
        where: { conferenceId: conference.id, status: 'confirmed' },
        select: { title: true },
        orderBy: { title: 'asc' },
      })
    const another = await apply(request([programFile([{ ...rust, rooms: ['Cellar'] }])], { seen }))
    expect(another).toMatchObject({ reason: 'other-than-seen', conference: null })
    // Who has to look once more was refused nothing.
    expect(await db.importRun.count({ where: { outcome: 'refused', source: { conferenceId: conference.id } } })).toBe(0)
    expect(await titles()).toEqual([{ title: 'Go' }, { title: 'Rust' }])
    expect(await apply(request(files, { seen }))).toMatchObject({ reason: null, counts: { changed: 1, cancelled: 1 } })
    expect(await titles()).toEqual([{ title: 'Rust' }])
    expect(await apply(request(files, { seen }))).toMatchObject({ reason: 'other-than-seen' })
  })

  it('asks before all is moved alike, and offers the zone in which nothing would be', async () => {
    const rows = ['09:00', '10:00', '11:00', '13:00', '14:00'].map(
      (start, index) => `Talk ${index},2026-03-24,${start}`,
    )
    const file = () => csvFile('title,day,start', ...rows)
    await apply(request([file()]))
    const wrong = request([file()], { timeZone: 'UTC' })
    const shifted = { code: 'all-shifted', shifted: 5, of: 5, minutes: 60, timeZone: 'Europe/Paris' }
    expect([await preview(wrong), await apply(wrong)]).toMatchObject([
      { reason: 'guarded', guards: [shifted], counts: { changed: 5 } },
      { reason: 'guarded', guards: [shifted], conference: null },
    ])
    expect(await preview({ ...wrong, timeZone: 'Europe/Paris' })).toMatchObject({ reason: null, guards: [] })
    expect(await apply({ ...wrong, accept: ['all-shifted'] })).toMatchObject({ reason: null, counts: { changed: 5 } })
  })

  it('offers no zone where the files’ own times say theirs', async () => {
    const at = (hour: number) => `2026-03-24T${String(hour).padStart(2, '0')}:00:00.000Z`
    const file = (later: number) =>
      programFile([9, 10, 11, 12].map((hour) => ({ title: `at ${hour}`, startAt: at(hour + later), endAt: null })))
    await apply(request([file(0)]))
    expect((await preview(request([file(1)], { timeZone: 'UTC' }))).guards).toEqual([
      { code: 'all-shifted', shifted: 4, of: 4, minutes: 60 },
    ])
  })

  it('keeps who imported what, and what could not be used', async () => {
    const { id: userId } = await makePerson(db)
    const problem = { severity: 'warning' as const, path: 'x', code: 'not-fetched', detail: '' }
    await apply(request([programFile([{ title: 'Rust' }])], { problems: [problem] }), null, userId)
    expect(await db.importRun.findMany({ where: { source: { conferenceId: conference.id } } })).toMatchObject([
      { userId, problems: [problem], outcome: 'applied' },
    ])
  })
})

describe('previewBringIn', () => {
  it('says what would change, and changes nothing', async () => {
    await apply(request([programFile([{ title: 'Rust', rooms: ['Hall A'] }])]))
    const seen = await preview(
      request([
        programFile([
          { title: 'Rust', rooms: ['Attic'] },
          { title: 'Go', cancelled: true },
        ]),
      ]),
    )
    expect(seen).toMatchObject({
      reason: null,
      standing: { sessions: 1, rooms: 1 },
      counts: { added: 1, changed: 1 },
      diffs: [{ fields: [{ field: 'rooms', old: ['Hall A'], new: ['Attic'] }] }, { kind: 'added' }],
    })
    expect(await db.session.count({ where: { conferenceId: conference.id } })).toBe(1)
  })

  it('says that nothing can be used, or read', async () => {
    expect(await preview(request([programFile([])]))).toMatchObject({
      reason: 'nothing-usable',
      problems: [{ code: 'no-sessions' }],
    })
    expect(await preview(request([textFile('hello')]))).toMatchObject({ reason: 'unknown-format', counts: null })
  })
})
