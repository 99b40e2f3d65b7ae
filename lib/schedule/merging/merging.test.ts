import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { partId } from '@/tests/factories/part-id'
import { aProgram } from '@/tests/factories/program'
import type { Program } from '@/lib/program/program'
import { importProgram } from '../bring-in/import-program'
import { listDifferent, setDifferent } from '../edit/different-parts'
import { editSession } from '../edit/edit-session'
import { sessionEditSchema } from '../edit/schema'
import { listReleases } from '../releases/list-releases'
import { undoImport } from '../releases/undo-import'
import type { MergedKind } from './kinds'
import { listMerged } from './list-merged'
import { mergeParts } from './merge-parts'
import { previewMerge } from './preview-merge'
import { splitName } from './split-name'
import { tables } from './tables'
import { undoMerge } from './undo-merge'

const { db } = await testDatabase()
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute))

let conferenceId: string
let ada: string
let sources: Map<string, string>
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  ada = await somebody('Ada')
  sources = new Map()
})

async function somebody(name: string): Promise<string> {
  return (await db.user.create({ data: { name, email: `${name.toLowerCase()}-${conferenceId}@example.org` } })).id
}

// The main site and that of a co-located event name the same room, track and person in their own way.
const main = aProgram([
  { title: 'Fog', rooms: ['G104-105'], track: 'Ops', speakers: ['Eve Sea, Acme'] },
  { title: 'Ice', rooms: ['Attic'], track: 'Web', speakers: ['Bo Li'] },
])
const side = aProgram([
  { title: 'Dew', rooms: ['G104 - 105 | Hub'], track: 'Operations', speakers: ['Eve Sea, Acme Inc'] },
  { title: 'Sand', rooms: ['G104 - 105 | Hub', 'G104-105'], track: 'Web', speakers: ['Bo Li', 'Eve Sea, Acme Inc'] },
])
const changed = (program: Program, more: Program): Program => ({
  ...program,
  ...more,
  sessions: [...program.sessions, ...more.sessions],
  rooms: [...program.rooms, ...more.rooms],
  tracks: [...program.tracks, ...more.tracks],
  speakers: [...program.speakers, ...more.speakers],
})

async function bring(name: string, program: Program, minute = 0) {
  const id = sources.get(name)
  const source = id ? { id } : { name, format: 'program-json', siteKey: 'site', address: null }
  const request = { conferenceId, source, program, problems: [], userId: ada, bytes: 10 }
  const outcome = await importProgram(db, { ...request, accept: ['many-gone', 'rooms-renamed'] }, at(minute))
  if (!outcome.ok) throw new Error(outcome.reason)
  sources.set(name, outcome.sourceId)
  return outcome.counts
}

/** How many rooms, tracks and speakers stand. */
async function standing(): Promise<number[]> {
  const query = { where: { conferenceId, archivedAt: null } }
  return [await db.room.count(query), await db.track.count(query), await db.speaker.count(query)]
}
const left = { room: [2, 3, 4], track: [3, 2, 4], speaker: [3, 3, 3] }

/** What each session shows: "Fog: G104-105; Ops; Eve Sea". */
async function shown(): Promise<string[]> {
  const rows = await db.session.findMany({
    where: { conferenceId },
    orderBy: { title: 'asc' },
    include: {
      track: true,
      rooms: { include: { room: true }, orderBy: { position: 'asc' } },
      speakers: { include: { speaker: true }, orderBy: { position: 'asc' } },
    },
  })
  return rows.map(({ title, track, rooms, speakers }) =>
    [
      `${title}: ${rooms.map(({ room }) => room.name).join(', ')}`,
      track?.name ?? '',
      speakers.map(({ speaker: { name, company } }) => [name, company].filter(Boolean).join(' at ')).join(', '),
    ].join('; '),
  )
}

const idOf = (kind: MergedKind, name: string, company?: string) => partId(db, conferenceId, kind, name, company)

const pairs: Record<MergedKind, { part: [string, string?]; into: [string, string?] }> = {
  room: { part: ['G104-105'], into: ['G104 - 105 | Hub'] },
  track: { part: ['Ops'], into: ['Operations'] },
  speaker: { part: ['Eve Sea', 'Acme'], into: ['Eve Sea', 'Acme Inc'] },
}
const pairOf = async (kind: MergedKind) => ({
  kind,
  part: await idOf(kind, ...pairs[kind].part),
  into: await idOf(kind, ...pairs[kind].into),
})
const merge = async (kind: MergedKind, minute = 1) =>
  (await mergeParts(db, granted(conferenceId, ada), await pairOf(kind), at(minute))).merge
const undo = (id: string, minute = 2) => undoMerge(db, granted(conferenceId, ada), id, at(minute))

const apart = [
  'Dew: G104 - 105 | Hub; Operations; Eve Sea at Acme Inc',
  'Fog: G104-105; Ops; Eve Sea at Acme',
  'Ice: Attic; Web; Bo Li',
  'Sand: G104 - 105 | Hub, G104-105; Web; Bo Li, Eve Sea at Acme Inc',
]
const together: Record<MergedKind, string[]> = {
  room: [
    apart[0] ?? '',
    'Fog: G104 - 105 | Hub; Ops; Eve Sea at Acme',
    apart[2] ?? '',
    'Sand: G104 - 105 | Hub; Web; Bo Li, Eve Sea at Acme Inc',
  ],
  track: [apart[0] ?? '', 'Fog: G104-105; Operations; Eve Sea at Acme', ...apart.slice(2)],
  speaker: [apart[0] ?? '', 'Fog: G104-105; Ops; Eve Sea at Acme Inc', ...apart.slice(2)],
}

describe.each(['room', 'track', 'speaker'] as const)('of two %ss', (kind) => {
  beforeEach(async () => {
    await bring('Main', main)
    await bring('Side', side)
  })

  it('makes one, and imports of either source keep it', async () => {
    await merge(kind)
    expect(await shown()).toEqual(together[kind])
    for (const [name, program] of [
      ['Main', main],
      ['Side', side],
      ['Main', main],
    ] as const)
      expect(await bring(name, program, 5)).toMatchObject({ added: 0, changed: 0, cancelled: 0 })
    expect(await shown()).toEqual(together[kind])
    const more = aProgram([{ title: 'Late', rooms: ['G104-105'], track: 'Ops', speakers: ['Eve Sea, Acme'] }])
    await bring('Main', changed(main, more), 6)
    const [into] = pairs[kind].into
    expect((await shown()).find((line) => line.startsWith('Late'))).toContain(into)
    expect(await standing()).toEqual(left[kind])
  })

  it('changes no version when the same is imported again', async () => {
    await merge(kind)
    const version = async () => (await db.conference.findUnique({ where: { id: conferenceId } }))?.version
    const before = await version()
    for (const [name, program] of [
      ['Side', side],
      ['Main', main],
      ['Side', side],
    ] as const)
      await bring(name, program, 5)
    expect(await version()).toBe(before)
  })

  it('takes it back whole', async () => {
    const id = await merge(kind)
    expect(await undo(id)).toEqual({ sessions: kind === 'room' ? 2 : 1 })
    expect(await shown()).toEqual(apart)
    expect(await db.addressAlias.count({ where: { conferenceId } })).toBe(0)
    for (const [name, program] of [
      ['Main', main],
      ['Side', side],
    ] as const)
      expect(await bring(name, program, 5)).toMatchObject({ added: 0, changed: 0, cancelled: 0 })
    expect(await shown()).toEqual(apart)
    await expect(undo(id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('takes it back with what came since', async () => {
    const id = await merge(kind)
    const more = aProgram([{ title: 'Late', rooms: ['G104-105'], track: 'Ops', speakers: ['Eve Sea, Acme'] }])
    await bring('Main', changed(main, more), 6)
    await undo(id, 7)
    expect(await shown()).toEqual([...apart.slice(0, 3), 'Late: G104-105; Ops; Eve Sea at Acme', apart[3]].toSorted())
  })

  it('is a release of its own, and so is taking it back; nobody is told of a slip', async () => {
    const id = await merge(kind)
    await undo(id)
    const releases = (await listReleases(db, conferenceId)).map(({ number, kind: what, undoes, undoneBy }) =>
      [number, what, undoes ?? '', undoneBy ?? ''].join(' '),
    )
    expect(releases.slice(0, 2)).toEqual(['4 undo 3 ', '3 merge  4'])
    expect(await db.change.count({ where: { conferenceId, version: { gt: 3 } } })).toBe(0)
  })

  it('tells of one that stood a while', async () => {
    await undo(await merge(kind), 30)
    const rows = await db.change.findMany({
      where: { conferenceId, field: tables[kind].field },
      include: { session: { select: { title: true } } },
    })
    expect(rows.map(({ session }) => session.title).toSorted()).toEqual(kind === 'room' ? ['Fog', 'Sand'] : ['Fog'])
    expect((await listReleases(db, conferenceId)).map((release) => release.kind).slice(0, 2)).toEqual(['undo', 'merge'])
  })

  it.each(['first', 'last'] as const)('gives the same back through another merge, the %s one first', async (order) => {
    const first = await merge(kind)
    const { into } = await pairOf(kind)
    const third = await idOf(kind, { room: 'Attic', track: 'Web', speaker: 'Bo Li' }[kind])
    const onward = { kind, part: into, into: third }
    const { merge: second } = await mergeParts(db, granted(conferenceId, ada), onward, at(2))
    expect([...(await listMerged(db, conferenceId, kind))].map(([id, { merges }]) => [id, merges.length])).toEqual([
      [third, 2],
    ])
    const inOrder = order === 'first' ? [first, second] : [second, first]
    for (const [nth, id] of inOrder.entries()) {
      await undo(id, 3 + nth)
      for (const [name, program] of [
        ['Main', main],
        ['Side', side],
      ] as const)
        expect(await bring(name, program, 4 + nth)).toMatchObject({ added: 0, changed: 0 })
    }
    expect(
      (await shown()).map((line) =>
        line
          .split(/[,;:] /)
          .toSorted()
          .join(),
      ),
    ).toEqual(
      apart.map((line) =>
        line
          .split(/[,;:] /)
          .toSorted()
          .join(),
      ),
    )
  })

  it('leaves ids, picks, notes, readings and calendars’ UIDs', async () => {
    const sessions = await db.session.findMany({ where: { conferenceId }, orderBy: { title: 'asc' } })
    const sessionId = sessions[1]?.id ?? ''
    const common = { userId: ada, conferenceId, sessionId, revision: 1n }
    await db.pick.create({ data: { ...common, rank: 'first' } })
    await db.attendance.create({ data: { ...common, status: 'attended' } })
    await db.note.create({ data: { ...common, id: sessionId, text: 'Mine', notedAt: at(0) } })
    const kept = async () => ({
      picks: await db.pick.findMany({ where: { conferenceId } }),
      attendances: await db.attendance.findMany({ where: { conferenceId } }),
      notes: await db.note.findMany({ where: { conferenceId } }),
      sessions: await db.session.findMany({
        where: { conferenceId },
        select: { id: true, number: true },
        orderBy: { number: 'asc' },
      }),
    })
    const before = await kept()
    const id = await merge(kind)
    await bring('Main', main, 5)
    await bring('Side', side, 6)
    expect(await kept()).toEqual(before)
    await undo(id, 7)
    expect(await kept()).toEqual(before)
    const after = await db.session.findUnique({ where: { id: sessionId } })
    expect(after?.sequence).toBe((sessions[1]?.sequence ?? 0) + 2)
  })

  it('says before what moves', async () => {
    expect(await previewMerge(db, conferenceId, await pairOf(kind))).toMatchObject({
      sessions: kind === 'room' ? 2 : 1,
      people: null,
      things: { readings: 0, stewardLinks: 0, announcements: 0 },
    })
    const fog = await db.session.findFirst({ where: { conferenceId, title: 'Fog' } })
    for (let nth = 0; nth < 5; nth++) {
      const userId = await somebody(`P${nth}`)
      const pick = { userId, conferenceId, sessionId: fog?.id ?? '', rank: 'first' as const, revision: 1n }
      await db.pick.create({ data: pick })
      expect((await previewMerge(db, conferenceId, await pairOf(kind))).people).toBe(nth < 4 ? null : 5)
    }
  })

  it('refuses one with itself, what was merged, and what is elsewhere', async () => {
    const { part, into } = await pairOf(kind)
    const other = await makeConference(db, { sessions: 0 })
    const tryPair = (from: string, to: string, where = conferenceId) =>
      mergeParts(db, granted(where, ada), { kind, part: from, into: to }, at(1))
    await expect(tryPair(part, part)).rejects.toMatchObject({ code: 'INVALID' })
    await expect(tryPair(part, into, other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const id = await merge(kind)
    await expect(tryPair(part, into)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(tryPair(into, part)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(undoMerge(db, granted(other.id, ada), id, at(2))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keeps an answer that they are two until somebody merges them', async () => {
    const { part, into } = await pairOf(kind)
    await setDifferent(db, granted(conferenceId, ada), { part, other: into, isDifferent: true })
    expect(await listDifferent(db, conferenceId)).toHaveLength(1)
    await merge(kind)
    expect(await listDifferent(db, conferenceId)).toEqual([])
  })

  it('keeps that they are two where that is said with it', async () => {
    const { part, into } = await pairOf(kind)
    await undoMerge(db, granted(conferenceId, ada), await merge(kind), at(2), true)
    const [oneId, otherId] = [part, into].toSorted()
    expect(await listDifferent(db, conferenceId)).toEqual([{ oneId, otherId }])
  })

  it('lets the last import be taken back after it', async () => {
    const more = aProgram([{ title: 'Late', rooms: ['G104-105'], track: 'Ops', speakers: ['Eve Sea, Acme'] }])
    await bring('Main', changed(main, more), 1)
    await merge(kind, 2)
    await bring('Main', main, 3)
    await undoImport(db, granted(conferenceId, ada), 5, at(4))
    expect(await shown()).toContain(
      `Late: ${kind === 'room' ? 'G104 - 105 | Hub' : 'G104-105'}; ` +
        `${kind === 'track' ? 'Operations' : 'Ops'}; Eve Sea at ${kind === 'speaker' ? 'Acme Inc' : 'Acme'}`,
    )
    expect(await standing()).toEqual(left[kind])
  })
})

describe('of rooms', () => {
  it('moves what hangs on a door, fills in what is not known, and takes both back', async () => {
    await bring('Main', main)
    await bring('Side', side)
    const { part, into } = await pairOf('room')
    const picture = { pictureId: randomUUID(), bytes: 1, width: 1, height: 1 }
    const { id: floorId } = await db.floor.create({ data: { conferenceId, name: 'Ground', ...picture } })
    const place = { floorId, floorX: 0.25, floorY: 0.75 }
    await db.room.update({ where: { id: part }, data: { capacity: 80, floor: '1', zone: 'North', ...place } })
    await db.room.update({ where: { id: into }, data: { floor: '2' } })
    const hung = { conferenceId, roomId: part }
    await db.stewardLink.create({ data: { ...hung, tokenHash: `hash of ${part}`, name: 'Door' } })
    await db.stewardLink.create({ data: { ...hung, tokenHash: `old of ${part}`, name: 'Old', revokedAt: at(0) } })
    await db.announcement.create({ data: { ...hung, body: 'Soon', userId: ada } })
    await db.reading.create({ data: { ...hung, id: part, kind: 'count', delta: 1, readAt: at(0) } })
    expect(await previewMerge(db, conferenceId, await pairOf('room'))).toEqual({
      kind: 'room',
      name: 'G104-105',
      into: 'G104 - 105 | Hub',
      sessions: 2,
      people: null,
      names: [],
      things: { readings: 1, stewardLinks: 1, announcements: 1 },
      dropped: [{ field: 'floor', kept: '2', dropped: '1' }],
    })
    const hangs = async (roomId: string) => [
      await db.stewardLink.count({ where: { roomId } }),
      await db.announcement.count({ where: { roomId } }),
      await db.reading.count({ where: { roomId } }),
    ]
    const known = async () => {
      const { floor, zone, capacity, floorX, floorY } = await db.room.findUniqueOrThrow({ where: { id: into } })
      return [floor, zone, capacity, floorX, floorY]
    }
    const id = await merge('room')
    expect([await hangs(part), await hangs(into), await known()]).toEqual([
      [0, 0, 0],
      [2, 1, 1],
      ['2', 'North', 80, 0.25, 0.75],
    ])
    await undo(id)
    expect([await hangs(part), await hangs(into), await known()]).toEqual([
      [2, 1, 1],
      [0, 0, 0],
      ['2', null, null, null, null],
    ])
  })

  it('goes by hand where somebody decided by hand', async () => {
    await bring('Main', main)
    await bring('Side', side)
    const fog = await db.session.findFirstOrThrow({ where: { conferenceId, title: 'Fog' } })
    const form = { title: 'Fog', dayOn: '2026-03-24', kind: 'talk', track: '', speakers: '', room: '' }
    const id = await merge('room')
    const { into } = await pairOf('room')
    // Somebody puts it elsewhere, and back, by hand: then it is the other room that they mean.
    for (const room of [await idOf('room', 'Attic'), into])
      await editSession(db, granted(conferenceId, ada), fog.id, sessionEditSchema.parse({ ...form, room }), at(3))
    await undo(id, 5)
    expect((await shown()).find((line) => line.startsWith('Fog'))).toMatch(/^Fog: G104-105;/)
  })

  it('takes a form that is older than a merge for what its room and track became', async () => {
    await bring('Main', main)
    await bring('Side', side)
    const ice = await db.session.findFirstOrThrow({ where: { conferenceId, title: 'Ice' } })
    const [room, track] = [(await pairOf('room')).part, (await pairOf('track')).part]
    await merge('room')
    await merge('track')
    const form = { title: 'Ice', dayOn: '2026-03-24', kind: 'talk', track, speakers: 'Bo Li', room }
    await editSession(db, granted(conferenceId, ada), ice.id, sessionEditSchema.parse(form), at(3))
    expect((await shown()).find((line) => line.startsWith('Ice'))).toBe('Ice: G104 - 105 | Hub; Operations; Bo Li')
  })
})

describe('splitting a name off', () => {
  const name = 'g104-105'
  const split = (kind: 'room' | 'track', part: string, key: string) =>
    splitName(db, granted(conferenceId, ada), { kind, part, name: key }, at(40))

  it('takes the merge back that it came with, and remembers that they are two', async () => {
    await bring('Main', main)
    await bring('Side', side)
    await merge('room')
    const { part, into } = await pairOf('room')
    expect(await split('room', into, name)).toEqual({ sessions: 2 })
    expect(await shown()).toEqual(apart)
    expect(await listDifferent(db, conferenceId)).toEqual(
      [part, into].toSorted().length === 2
        ? [{ oneId: [part, into].toSorted()[0], otherId: [part, into].toSorted()[1] }]
        : [],
    )
  })

  it('makes a room of a name that never was one, with the sessions that are named so, now and later', async () => {
    await bring('Main', main)
    const room = await idOf('room', 'Attic')
    await db.roomAlias.updateMany({ where: { conferenceId, key: name }, data: { roomId: room } })
    const hall = await idOf('room', 'G104-105')
    await db.sessionRoom.updateMany({ where: { roomId: hall }, data: { roomId: room } })
    await db.room.delete({ where: { id: hall } })
    expect(await split('room', room, name)).toEqual({ sessions: 1 })
    expect(await shown()).toEqual(apart.slice(1, 3))
    expect(await bring('Main', main, 50)).toMatchObject({ added: 0, changed: 0, cancelled: 0 })
    expect(await shown()).toEqual(apart.slice(1, 3))
    expect((await listReleases(db, conferenceId))[0]).toMatchObject({ kind: 'split', subject: 'G104-105' })
  })

  it('brings back what was put away when merges left no row, at its address', async () => {
    await bring('Main', main)
    const [part, into] = [await idOf('track', 'Ops'), await idOf('track', 'Web')]
    await merge0(part, into)
    expect(await split('track', into, 'ops')).toEqual({ sessions: 1 })
    expect(await shown()).toEqual(apart.slice(1, 3))
    expect(await idOf('track', 'Ops')).toBe(part)
    expect(await db.addressAlias.count({ where: { conferenceId } })).toBe(0)
    // Whoever was led to the other's calendar hears that what they saw there is not in this one, and when.
    const told = { where: { conferenceId, leftAt: { not: null } }, select: { calendarId: true, session: true } }
    expect((await db.departure.findMany(told)).map(({ calendarId, session }) => [calendarId, session.title])).toEqual([
      [part, 'Ice'],
    ])
    const revised = await db.calendar.findMany({ where: { id: { in: [part, into] } }, select: { revisedAt: true } })
    expect(revised.every(({ revisedAt }) => revisedAt >= at(40))).toBe(true)
  })

  async function merge0(part: string, into: string) {
    await db.session.updateMany({ where: { trackId: part }, data: { trackId: into } })
    await db.trackAlias.updateMany({ where: { trackId: part }, data: { trackId: into } })
    await db.track.update({ where: { id: part }, data: { archivedAt: at(0) } })
    await db.addressAlias.create({ data: { conferenceId, kind: 'track', slug: 'ops', partId: into } })
  }

  it('refuses the name that a room has, and one that it has not', async () => {
    await bring('Main', main)
    const room = await idOf('room', 'Attic')
    await expect(split('room', room, 'attic')).rejects.toMatchObject({ code: 'INVALID' })
    await expect(split('room', room, name)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

it('knows every table that refers to a room, a track or a speaker', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT parent.relname || ': ' || child.relname AS name FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
    WHERE c.contype = 'f' AND parent.relname IN ('Room', 'Track', 'Speaker') ORDER BY 1`
  const known = Object.entries({ Room: tables.room, Track: tables.track, Speaker: tables.speaker }).flatMap(
    ([parent, { sessions, names, things }]) => [sessions, names, ...things].map(({ table }) => `${parent}: ${table}`),
  )
  // What somebody decided of one stays with it.
  const staying = ['Room: Override', 'Speaker: Override']
  // What it became is looked up when they are used: so an undo needs to know nothing of them.
  const following = ['Room: SignLink', 'Track: Invitation', 'Track: Membership']
  expect(rows.map(({ name }) => name)).toEqual([...known, ...staying, ...following].toSorted())
})
