import { beforeEach, describe, expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { countingClient } from '@/tests/query-counter'
import { importProgram, previewImport, type ImportRequest } from './import-program'
import type { Program } from '@/lib/program/program'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const [first, second, third] = [
  new Date('2026-03-01T10:00:00Z'),
  new Date('2026-03-02T10:00:00Z'),
  new Date('2026-03-03T10:00:00Z'),
]
const site = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }

let conferenceId: string
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
})

function bring(program: Program, given: Partial<ImportRequest> = {}, now = first) {
  return importProgram(
    db,
    { conferenceId, source: site, program, problems: [], userId: null, bytes: 10, accept: [], ...given },
    now,
  )
}

async function bringFirst(program: Program) {
  const outcome = await bring(program)
  if (!outcome.ok) throw new Error(outcome.reason)
  return { id: outcome.sourceId }
}

async function sessions() {
  const rows = await db.session.findMany({
    where: { conferenceId },
    orderBy: { number: 'asc' },
    include: {
      rooms: { include: { room: true }, orderBy: { position: 'asc' } },
      speakers: { include: { speaker: true }, orderBy: { position: 'asc' } },
      track: true,
      parent: true,
    },
  })
  return rows.map(({ number, title, status, sequence, revision, startAt, rooms, speakers, track, parent }) => ({
    number,
    title,
    status,
    sequence,
    revision,
    start: startAt?.toISOString().slice(11, 16),
    rooms: rooms.map(({ room }) => room.name),
    speakers: speakers.map(({ speaker }) => `${speaker.name}, ${speaker.company}`),
    track: track?.name,
    parent: parent?.title,
  }))
}

async function version() {
  return (await db.conference.findUniqueOrThrow({ where: { id: conferenceId } })).version
}

/** Everything that an import could write, but for the log of runs. */
async function everything() {
  const [where, orderBy] = [{ conferenceId }, { id: 'asc' }] as const
  return [
    await db.conference.findUnique({ where: { id: conferenceId } }),
    await db.session.findMany({ where, orderBy }),
    await db.room.findMany({ where, orderBy }),
    await db.track.findMany({ where, orderBy }),
    await db.speaker.findMany({ where, orderBy }),
    await db.change.findMany({ where, orderBy }),
    await db.roomAlias.findMany({ where, orderBy: { name: 'asc' } }),
    await db.sourceSession.findMany({ where: { source: where }, orderBy: { key: 'asc' } }),
    await db.sessionRoom.findMany({
      where: { session: where },
      orderBy: [{ sessionId: 'asc' }, { roomId: 'asc' }],
    }),
  ]
}

describe('importProgram', () => {
  it('stores a program with its rooms, tracks and speakers', async () => {
    const program = aProgram([
      { title: 'Rust', rooms: ['Hall A', 'Hall B'], track: 'Code', speakers: ['Ann Lee, Acme', 'Bo Li'] },
      { title: 'Go', rooms: ['HALL  a'], track: 'Runtime', startAt: null, endAt: null },
    ])
    const outcome = await bring(program)
    expect(outcome).toMatchObject({
      ok: true,
      version: 2,
      counts: { added: 2, changed: 0, cancelled: 0, restored: 0, unchanged: 0 },
    })
    expect(await sessions()).toEqual([
      {
        number: 1,
        title: 'Rust',
        status: 'confirmed',
        sequence: 0,
        revision: 2,
        start: '08:00',
        rooms: ['Hall A', 'Hall B'],
        speakers: ['Ann Lee, Acme', 'Bo Li, null'],
        track: 'Code',
        parent: undefined,
      },
      {
        number: 2,
        title: 'Go',
        status: 'confirmed',
        sequence: 0,
        revision: 2,
        start: undefined,
        rooms: ['Hall A'],
        speakers: [],
        track: 'Runtime',
        parent: undefined,
      },
    ])
    expect(
      await db.track.findMany({
        where: { conferenceId },
        select: { slug: true, color: true },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([
      { slug: 'code', color: 1 },
      { slug: 'runtime', color: 2 },
    ])
    expect(
      await db.importRun.findMany({
        where: { source: { conferenceId } },
        select: { outcome: true, counts: true, bytes: true, createdAt: true },
      }),
    ).toEqual([
      {
        outcome: 'applied',
        counts: { added: 2, changed: 0, cancelled: 0, restored: 0, unchanged: 0 },
        bytes: 10,
        createdAt: first,
      },
    ])
  })

  it('changes nothing when it brings the same again, in whatever order', async () => {
    const program = aProgram([
      { title: 'Rust', rooms: ['Hall A'], speakers: ['Ann Lee, Acme'] },
      { title: 'Coffee', sourceId: null, rooms: ['East'] },
      { title: 'Coffee', sourceId: null, rooms: ['West'] },
      { title: 'Coffee', sourceId: null, rooms: ['West'] },
    ])
    const source = await bringFirst(program)
    const before = await everything()
    const outcome = await bring({ ...program, sessions: program.sessions.toReversed() }, { source }, second)
    expect(outcome).toMatchObject({
      ok: true,
      version: 2,
      counts: { added: 0, changed: 0, cancelled: 0, restored: 0, unchanged: 4 },
    })
    expect(await everything()).toEqual(before)
  })

  it('raises the version once, and only moved sessions count up', async () => {
    const source = await bringFirst(
      aProgram([{ title: 'Rust', rooms: ['Hall A'] }, { title: 'Go', rooms: ['Hall A'] }, { title: 'Zig' }]),
    )
    const program = aProgram([
      { title: 'Rust', rooms: ['Hall A'] },
      { title: 'Go', rooms: ['Attic'], startAt: '2026-03-24T09:00:00.000Z' },
      { title: 'Lisp' },
    ])
    expect(await bring(program, { source }, second)).toMatchObject({
      ok: true,
      version: 3,
      counts: { added: 1, changed: 1, cancelled: 1, restored: 0, unchanged: 1 },
    })
    expect(
      (await sessions()).map(({ number, title, status, sequence, revision, rooms }) => ({
        number,
        title,
        status,
        sequence,
        revision,
        rooms,
      })),
    ).toEqual([
      { number: 1, title: 'Rust', status: 'confirmed', sequence: 0, revision: 2, rooms: ['Hall A'] },
      { number: 2, title: 'Go', status: 'confirmed', sequence: 1, revision: 3, rooms: ['Attic'] },
      { number: 3, title: 'Zig', status: 'cancelled', sequence: 1, revision: 3, rooms: [] },
      { number: 4, title: 'Lisp', status: 'confirmed', sequence: 0, revision: 3, rooms: [] },
    ])
    expect(
      await db.change.findMany({
        where: { conferenceId, version: 3 },
        select: { session: { select: { title: true } }, field: true, oldValue: true, newValue: true },
        orderBy: [{ session: { number: 'asc' } }, { field: 'asc' }],
      }),
    ).toEqual([
      { session: { title: 'Go' }, field: 'rooms', oldValue: ['Hall A'], newValue: ['Attic'] },
      {
        session: { title: 'Go' },
        field: 'startAt',
        oldValue: '2026-03-24T08:00:00.000Z',
        newValue: '2026-03-24T09:00:00.000Z',
      },
      { session: { title: 'Zig' }, field: 'cancelled', oldValue: null, newValue: null },
      { session: { title: 'Lisp' }, field: 'added', oldValue: null, newValue: null },
    ])
    const updated = await db.session.findMany({
      where: { conferenceId },
      select: { updatedAt: true, cancelledAt: true },
      orderBy: { number: 'asc' },
    })
    expect(updated).toEqual([
      { updatedAt: first, cancelledAt: null },
      { updatedAt: second, cancelledAt: null },
      { updatedAt: second, cancelledAt: second },
      { updatedAt: second, cancelledAt: null },
    ])
  })

  it('restores a session that comes back, and knows it by its old id', async () => {
    const both = aProgram([{ title: 'Rust' }, { title: 'Go' }])
    const source = await bringFirst(both)
    await bring(aProgram([{ title: 'Go' }]), { source }, second)
    expect(await bring(both, { source }, third)).toMatchObject({
      ok: true,
      version: 4,
      counts: { added: 0, changed: 0, cancelled: 0, restored: 1, unchanged: 1 },
    })
    expect((await sessions()).map(({ title, status, sequence }) => ({ title, status, sequence }))).toEqual([
      { title: 'Rust', status: 'confirmed', sequence: 2 },
      { title: 'Go', status: 'confirmed', sequence: 0 },
    ])
  })

  it('gives a reused source id to the new talk and cancels the old one', async () => {
    const source = await bringFirst(aProgram([{ title: 'Rust for operators', sourceId: '7', speakers: ['Ann Lee'] }]))
    await bring(aProgram([{ title: 'Gardening at night', sourceId: '7', speakers: ['Bo Li'] }]), { source }, second)
    expect((await sessions()).map(({ title, status }) => ({ title, status }))).toEqual([
      { title: 'Rust for operators', status: 'cancelled' },
      { title: 'Gardening at night', status: 'confirmed' },
    ])
    expect(
      await bring(aProgram([{ title: 'Gardening at night', sourceId: '7', speakers: ['Bo Li'] }]), { source }, third),
    ).toMatchObject({ version: 3, counts: { unchanged: 1 } })
  })

  it('keeps what an organizer decided, and the calendar does not move for it', async () => {
    const source = await bringFirst(aProgram([{ title: 'Rust', rooms: ['Hall A'] }]))
    const { id } = await db.session.findFirstOrThrow({ where: { conferenceId } })
    await db.session.update({ where: { id }, data: { title: 'Rust, live', entryDigest: null } })
    await db.override.createMany({
      data: [
        { sessionId: id, field: 'title', value: 'Rust, live' },
        { sessionId: id, field: 'rooms', value: ['Hall A'] },
      ],
    })
    expect(
      await bring(aProgram([{ title: 'Rust 101', sourceId: 'Rust', rooms: ['Attic'] }]), { source }, second),
    ).toMatchObject({ ok: true, counts: { changed: 0, unchanged: 1 } })
    expect(await sessions()).toMatchObject([{ title: 'Rust, live', rooms: ['Hall A'], sequence: 0, revision: 2 }])
    expect(await db.session.findUnique({ where: { id }, select: { imported: true, updatedAt: true } })).toMatchObject({
      imported: { title: 'Rust 101', rooms: ['Attic'] },
      updatedAt: first,
    })
    const again = await bring(
      aProgram([{ title: 'Rust 101', sourceId: 'Rust', rooms: ['Attic'], kind: 'keynote' }]),
      { source },
      third,
    )
    expect(again).toMatchObject({ counts: { changed: 1 } })
    expect(await sessions()).toMatchObject([{ title: 'Rust, live', rooms: ['Hall A'], sequence: 0, revision: 4 }])
  })

  it('leaves the end open where an organizer’s start stands after it', async () => {
    const source = await bringFirst(aProgram([{ title: 'Rust' }]))
    const { id } = await db.session.findFirstOrThrow({ where: { conferenceId } })
    await db.session.update({ where: { id }, data: { startAt: new Date('2026-03-24T08:30:00Z') } })
    await db.override.create({ data: { sessionId: id, field: 'startAt', value: '2026-03-24T08:30:00.000Z' } })
    await bring(
      aProgram([{ title: 'Rust', startAt: '2026-03-24T07:00:00.000Z', endAt: '2026-03-24T08:00:00.000Z' }]),
      { source },
      second,
    )
    expect(await db.session.findUnique({ where: { id }, select: { startAt: true, endAt: true } })).toEqual({
      startAt: new Date('2026-03-24T08:30:00Z'),
      endAt: null,
    })
  })

  it('refuses to cancel many, until told to, and changes nothing meanwhile', async () => {
    const source = await bringFirst(aProgram(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((title) => ({ title }))))
    const before = await everything()
    const less = aProgram(['a', 'b', 'c', 'd'].map((title) => ({ title })))
    expect(await bring(less, { source }, second)).toMatchObject({
      ok: false,
      reason: 'guarded',
      guards: [{ code: 'many-gone', gone: 4, standing: 8 }],
      counts: { cancelled: 4, unchanged: 4 },
    })
    expect(await everything()).toEqual(before)
    expect(await bring(less, { source, accept: ['all-shifted', 'part-missing'] }, second)).toMatchObject({
      ok: false,
    })
    expect(await bring(less, { source, accept: ['many-gone'] }, second)).toMatchObject({
      ok: true,
      counts: { cancelled: 4, unchanged: 4 },
    })
  })

  it.each(['file-cut-short', 'gzip-broken', 'not-fetched', 'file-unreadable'])(
    'refuses to cancel even one after %s, until told to',
    async (code) => {
      const source = await bringFirst(aProgram([{ title: 'a' }, { title: 'b' }]))
      const half = { source, problems: [{ severity: 'warning' as const, path: 'file', code, detail: '' }] }
      expect(await bring(aProgram([{ title: 'a' }]), half, second)).toMatchObject({
        ok: false,
        reason: 'guarded',
        guards: [{ code: 'part-missing', gone: 1 }],
        counts: { cancelled: 1, unchanged: 1 },
      })
      expect(await bring(aProgram([{ title: 'a' }, { title: 'b' }, { title: 'c' }]), half, second)).toMatchObject({
        ok: true,
        counts: { added: 1, cancelled: 0 },
      })
      expect(await bring(aProgram([{ title: 'a' }]), { ...half, accept: ['part-missing'] }, third)).toMatchObject({
        ok: true,
        counts: { cancelled: 2 },
      })
    },
  )

  it('asks whether files of another site are of this source, by what is stored of it', async () => {
    const source = await bringFirst(aProgram([{ title: 'a' }]))
    const other = aProgram([{ title: 'a' }], { siteKey: 'other' })
    expect(await bring(other, { source }, second)).toMatchObject({
      ok: false,
      guards: [{ code: 'another-site', known: 'site', given: 'other' }],
    })
    expect(await bring(other, { source, accept: ['another-site'] }, second)).toMatchObject({ ok: true })
  })

  it('changes nothing for a program without sessions', async () => {
    expect(await bring(aProgram([]))).toEqual({ ok: false, reason: 'nothing-usable' })
    expect(await db.source.count({ where: { conferenceId } })).toBe(0)
  })

  it('cancels nothing of another source or made by hand, and shares rooms with it', async () => {
    await bringFirst(aProgram([{ title: 'Rust', rooms: ['Hall A'] }]))
    await db.session.create({
      data: { conferenceId, number: 90, title: 'By hand', rawTitle: 'By hand', dayOn: new Date('2026-03-24') },
    })
    await db.conference.update({ where: { id: conferenceId }, data: { lastNumber: 90 } })
    expect(
      await bring(
        aProgram([{ title: 'Side talk', sourceId: 'Rust', rooms: ['HALL A'] }]),
        { source: { ...site, name: 'Side', siteKey: 'side' } },
        second,
      ),
    ).toMatchObject({ ok: true, counts: { added: 1, cancelled: 0 } })
    expect((await sessions()).map(({ number, title, status, rooms }) => ({ number, title, status, rooms }))).toEqual([
      { number: 1, title: 'Rust', status: 'confirmed', rooms: ['Hall A'] },
      { number: 90, title: 'By hand', status: 'confirmed', rooms: [] },
      { number: 91, title: 'Side talk', status: 'confirmed', rooms: ['Hall A'] },
    ])
  })

  it('renames a session without an id, which stays the same to whoever picked it', async () => {
    const titled = (title: string) =>
      aProgram([{ sourceId: null, title, rooms: ['Hall A'], speakers: ['Ann Lee, Acme'] }])
    const source = await bringFirst(titled('Sails'))
    const before = await db.session.findFirstOrThrow({ where: { conferenceId } })
    expect(await bring(titled('Winds'), { source }, second)).toMatchObject({
      ok: true,
      counts: { added: 0, changed: 1, cancelled: 0 },
    })
    const after = await db.session.findMany({ where: { conferenceId }, include: { changes: true } })
    expect(after).toMatchObject([{ id: before.id, title: 'Winds', status: 'confirmed' }])
    expect(after[0]?.changes.filter(({ field }) => field === 'title')).toMatchObject([
      { oldValue: 'Sails', newValue: 'Winds' },
    ])
  })

  it('follows what its source says of a room’s capacity', async () => {
    const withCapacity = (capacity: number) => ({
      ...aProgram([{ title: 'Rust', rooms: ['Hall A'] }]),
      rooms: [{ key: 'hall a', name: 'Hall A', floor: null, capacity, capacityKind: 'headsets' as const }],
    })
    const source = await bringFirst(aProgram([{ title: 'Rust', rooms: ['Hall A'] }]))
    await bring(withCapacity(80), { source }, second)
    await bring(withCapacity(90), { source }, third)
    expect(await db.room.findFirst({ where: { conferenceId } })).toMatchObject({
      capacity: 90,
      capacityKind: 'headsets',
    })
    expect(await version()).toBe(4)
  })

  it('takes a speaker who changed company for the same, and two of one name for two', async () => {
    const source = await bringFirst(
      aProgram([
        { title: 'Rust', speakers: ['Ann Lee, Acme'] },
        { title: 'Go', speakers: ['Bo Li, Acme', 'Bo Li, Beta'] },
      ]),
    )
    await bring(
      aProgram([
        { title: 'Rust', speakers: ['Ann Lee, Gamma'] },
        { title: 'Go', speakers: ['Bo Li, Acme', 'Bo Li, Beta'] },
      ]),
      { source },
      second,
    )
    expect(
      await db.speaker.findMany({
        where: { conferenceId },
        select: { slug: true, company: true },
        orderBy: { slug: 'asc' },
      }),
    ).toEqual([
      { slug: 'ann-lee', company: 'Gamma' },
      { slug: 'bo-li', company: 'Acme' },
      { slug: 'bo-li-2', company: 'Beta' },
    ])
    expect((await sessions()).map(({ speakers, sequence }) => ({ speakers, sequence }))).toEqual([
      { speakers: ['Ann Lee, Gamma'], sequence: 1 },
      { speakers: ['Bo Li, Acme', 'Bo Li, Beta'], sequence: 0 },
    ])
  })

  it('knows two of one name as two, where one changed company before the other came', async () => {
    const source = await bringFirst(aProgram([{ title: 'Rust', speakers: ['Bo Li, Acme'] }]))
    await bring(aProgram([{ title: 'Rust', speakers: ['Bo Li, Beta'] }]), { source }, second)
    const both = aProgram([
      { title: 'Rust', speakers: ['Bo Li, Beta'] },
      { title: 'Go', speakers: ['Bo Li, Acme'] },
    ])
    await bring(both, { source }, third)
    const speakersOf = async () => (await sessions()).map(({ speakers }) => speakers)
    expect(await speakersOf()).toEqual([['Bo Li, Beta'], ['Bo Li, Acme']])
    const before = await everything()
    expect(await bring(both, { source }, third)).toMatchObject({ ok: true, counts: { changed: 0, unchanged: 2 } })
    expect([await everything(), await speakersOf()]).toEqual([before, [['Bo Li, Beta'], ['Bo Li, Acme']]])
  })

  const main = aProgram([{ title: 'Argo Day hosted by friends', kind: 'container' }, { title: 'Rust' }])
  const side = aProgram([
    { title: 'Welcome', colocated: 'Argo Day' },
    { title: 'Loose', colocated: 'Other Day' },
  ])
  it.each([
    ['the container first', main, side],
    ['its sessions first', side, main],
  ])('puts co-located sessions under their container: %s', async (_, one, other) => {
    await bringFirst(one)
    await bring(other, { source: { ...site, name: 'Other', siteKey: 'other' } }, second)
    expect(
      (await sessions())
        .map(({ title, parent, sequence }) => ({ title, parent, sequence }))
        .sort((a, b) => (a.title < b.title ? -1 : 1)),
    ).toEqual([
      { title: 'Argo Day hosted by friends', parent: undefined, sequence: 0 },
      { title: 'Loose', parent: undefined, sequence: 0 },
      { title: 'Rust', parent: undefined, sequence: 0 },
      { title: 'Welcome', parent: 'Argo Day hosted by friends', sequence: 0 },
    ])
  })

  it('gives no number twice to imports at once', async () => {
    const program = aProgram(['a', 'b', 'c'].map((title) => ({ title })))
    await Promise.all(['x', 'y', 'z'].map((name) => bring(program, { source: { ...site, name, siteKey: name } })))
    expect((await sessions()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await version()).toBe(4)
  })

  it('loses no pick', async () => {
    const source = await bringFirst(aProgram([{ title: 'Rust' }, { title: 'Go' }]))
    const { id: userId } = await makePerson(db)
    const picked = await db.session.findMany({ where: { conferenceId } })
    await db.pick.createMany({
      data: picked.map(({ id }) => ({ userId, sessionId: id, conferenceId, rank: 'first' as const, revision: 1 })),
    })
    await bring(aProgram([{ title: 'Rust in anger', sourceId: 'Rust' }]), { source }, second)
    expect(await db.pick.count({ where: { userId, droppedAt: null } })).toBe(2)
  })

  const many = (count: number, company: string) =>
    aProgram(
      Array.from({ length: count }, (_, index) => ({
        title: `Talk ${index}`,
        rooms: [`Room ${index % 9}`],
        track: `Track ${index % 5}`,
        speakers: [`Speaker ${index}, ${company}`],
      })),
    )

  it('sends as many statements for sixty sessions as for six', async () => {
    const counts = async (sessions: number) => {
      const { id } = await makeConference(db, { sessions: 0 })
      const added = await countQueries(() =>
        importProgram(
          counting,
          {
            conferenceId: id,
            source: site,
            program: many(sessions, 'Acme'),
            problems: [],
            userId: null,
            bytes: 10,
            accept: [],
          },
          first,
        ),
      )
      const source = await db.source.findFirstOrThrow({ where: { conferenceId: id } })
      const changed = await countQueries(() =>
        importProgram(
          counting,
          {
            conferenceId: id,
            source,
            program: many(sessions, 'Beta'),
            problems: [],
            userId: null,
            bytes: 10,
            accept: [],
          },
          second,
        ),
      )
      return { added, changed }
    }
    expect(await counts(60)).toEqual(await counts(6))
  })

  it('takes more sessions than one statement has parameters for', async () => {
    const source = await bringFirst(many(2_000, 'Acme'))
    expect(await bring(many(2_000, 'Beta'), { source }, second)).toMatchObject({ ok: true, counts: { changed: 2_000 } })
  })
})

describe('previewImport', () => {
  it('tells what an import would change and writes nothing', async () => {
    const source = await bringFirst(aProgram([{ title: 'Rust', rooms: ['Hall A'] }, { title: 'Go' }]))
    const before = await everything()
    const preview = await previewImport(db, {
      conferenceId,
      source,
      program: aProgram([{ title: 'Rust', rooms: ['Attic'] }, { title: 'Zig' }]),
      problems: [],
      accept: [],
    })
    expect(preview).toMatchObject({
      ok: true,
      counts: { added: 1, changed: 1, cancelled: 1, restored: 0, unchanged: 0 },
      diffs: [
        { kind: 'changed', fields: [{ field: 'rooms', old: ['Hall A'], new: ['Attic'] }] },
        { kind: 'added', snapshot: { title: 'Zig' } },
        { kind: 'cancelled', snapshot: { title: 'Go' } },
      ],
    })
    expect(await everything()).toEqual(before)
  })
})
