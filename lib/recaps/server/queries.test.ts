import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deleteConference } from '@/lib/schedule/edit/conference-bin'
import { purgeConferences } from '@/lib/schedule/edit/purge-conferences'
import { sayMoment } from '@/lib/i18n/dates'
import { readBackup, writeBackup } from '@/lib/notes/device/backup/backup'
import { planRestore } from '@/lib/notes/device/backup/restore'
import { editNoteSchema } from '@/lib/notes/schema'
import { editNote } from '@/lib/notes/server/mutations'
import { listNotes } from '@/lib/notes/server/queries'
import { leaveGroup } from '@/lib/planning/server/groups'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { granted } from '@/tests/factories/granted'
import { recapAddresses } from '../addresses'
import { loadExport } from './load-export'
import { loadMaterial } from './load-material'
import { createRecap, deleteRecap } from './mutations'
import { contentOf } from './publish'
import {
  getOwnRecap,
  listDeletedRecaps,
  listDeletedStrayRecaps,
  listEarlierTexts,
  listOwnPhotos,
  listOwnRecaps,
  listOwnSeries,
  listStrayRecaps,
  requireStrayConference,
} from './queries'
import { saveSeries } from './series-mutations'

const { db } = await testDatabase()
const now = new Date('2026-04-01T10:00:00Z')
const conference = await makeConference(db, { visibility: 'private' })
const [owner, other] = [await makePerson(db), await makePerson(db)]
await db.membership.createMany({
  data: [owner, other].map(({ id: userId }) => ({ conferenceId: conference.id, userId, role: 'steward' as const })),
})
const id = randomUUID()
await createRecap(
  db,
  owner.id,
  { id, conferenceId: conference.id, title: 'Mine', text: 'x [to do: slides]', language: 'en' },
  now,
)
await saveSeries(db, owner.id, null, { conferenceId: null, slug: 's', title: 'S', summary: null }, now)

const mark = (userId: string) => ({ userId, conferenceId: conference.id, revision: 1n })
const session = conference.sessionIds[0] ?? ''
const note = await db.note.create({
  data: { ...mark(owner.id), id: randomUUID(), sessionId: session, text: 'my words', notedAt: now },
})
await db.note.create({ data: { ...mark(owner.id), id: randomUUID(), text: 'deleted', notedAt: now, deletedAt: now } })
await db.attendance.create({
  data: { ...mark(owner.id), sessionId: session, status: 'attended', reason: 'why', updatedAt: now },
})
await db.pick.create({ data: { ...mark(owner.id), sessionId: session, rank: 'first' } })
const photo = {
  userId: owner.id,
  noteId: note.id,
  mediaType: 'image/png',
  width: 1,
  height: 1,
  revision: 1n,
  takenAt: now,
}
await db.photo.createMany({
  data: [
    { ...photo, id: randomUUID(), bytes: 5, caption: 'mine' },
    { ...photo, id: randomUUID(), bytes: 0, caption: 'not come yet' },
    { ...photo, id: randomUUID(), bytes: 5, caption: 'gone', deletedAt: now },
  ],
})

describe('what is a person’s own', () => {
  it('is listed for them', async () => {
    expect(await listOwnRecaps(db, { userId: owner.id, conferenceId: conference.id, now })).toEqual([
      { id, title: 'Mine', updatedAt: now, seriesId: null, placeMarks: 1, state: 'draft' },
    ])
    expect(await getOwnRecap(db, { userId: owner.id, id, now })).toMatchObject({
      id,
      isShared: false,
      state: { state: 'draft' },
    })
    expect((await listOwnSeries(db, owner.id)).map(({ slug }) => slug)).toEqual(['s'])
    expect(
      (
        await loadExport(db, {
          userId: owner.id,
          id,
          format: 'hugo',
          withPhotos: false,
          now,
          at: recapAddresses('https://hallway.example'),
        })
      ).text,
    ).toContain('title: "Mine"')
    const material = await loadMaterial(db, owner, conference.id)
    expect([
      material.notes.map(({ text }) => text),
      [...material.attendances.values()],
      [...material.picks.values()],
      material.photos.map(({ caption }) => caption),
    ]).toEqual([
      ['my words'],
      [{ status: 'attended', watchReplay: false, findSlides: false, reason: 'why', markedAt: now.toISOString() }],
      ['first'],
      ['mine'],
    ])
  })

  it('is nobody else’s, in the same conference neither', async () => {
    expect(await listOwnRecaps(db, { userId: other.id, conferenceId: conference.id, now })).toEqual([])
    expect(await getOwnRecap(db, { userId: other.id, id, now })).toBeNull()
    expect(await listOwnSeries(db, other.id)).toEqual([])
    await expect(
      loadExport(db, {
        userId: other.id,
        id,
        format: 'hugo',
        withPhotos: false,
        now,
        at: recapAddresses('https://hallway.example'),
      }),
    ).rejects.toThrow('NOT_FOUND')
    expect(await loadMaterial(db, other, conference.id)).toMatchObject({
      notes: [],
      photos: [],
      picks: new Map(),
      attendances: new Map(),
    })
  })

  it('is composed for nobody who may not see the conference', async () => {
    await expect(loadMaterial(db, { kind: 'guest' }, conference.id)).rejects.toThrow('UNAUTHENTICATED')
    await expect(loadMaterial(db, await makePerson(db), conference.id)).rejects.toThrow('NOT_FOUND')
  })
})

it('tells earlier texts of one minute from each other, by their second and how they begin', async () => {
  const author = await makePerson(db)
  const recapId = randomUUID()
  await createRecap(db, author.id, { id: recapId, conferenceId: null, title: 'x', text: 'x', language: 'en' }, now)
  const texts: [string, string][] = [
    ['05', '\n\nThe *first*\nwords'],
    ['06', `Long ${'words '.repeat(100)}`],
    ['07', ' '],
  ]
  for (const [second, text] of texts)
    await db.recapRevision.create({ data: { recapId, title: 'x', text, createdAt: `2026-04-01T10:00:${second}Z` } })
  const told = (await listEarlierTexts(db, author.id, recapId)).map(({ createdAt, opening }) => [
    sayMoment(createdAt, { timeZone: 'Europe/Paris', language: 'en' }),
    opening,
  ])
  expect(told).toEqual([
    ['Wed 1 Apr 12:00:07', ''],
    ['Wed 1 Apr 12:00:06', `Long ${'words '.repeat(9)}w`],
    ['Wed 1 Apr 12:00:05', 'The *first* words'],
  ])
  expect((await getOwnRecap(db, { userId: author.id, id: recapId, now }))?.revisions).toEqual(
    await listEarlierTexts(db, author.id, recapId),
  )
})

describe('what was written together', () => {
  const together = async (text: string, { userId, groupId, at }: { userId: string; groupId: string; at: string }) => {
    const made = await db.note.create({
      data: { id: randomUUID(), userId, groupId, conferenceId: at, text, revision: 1n, notedAt: now },
    })
    const shown = { ...photo, userId, noteId: made.id, id: randomUUID(), bytes: 5, caption: text }
    await db.photo.create({ data: shown })
    return shown.id
  }
  const ownTexts = async (person: typeof owner, at: string) => {
    const { notes, photos } = await loadMaterial(db, person, at)
    return [...notes.map(({ text }) => text), ...photos.map(({ caption }) => caption)]
  }
  const publicPhotos = async (userId: string, id: string) =>
    (
      await contentOf(db, {
        userId,
        title: 'x',
        summary: null,
        language: 'en',
        tags: [],
        text: `![](photo:${id})`,
        coverId: id,
        canonicalUrl: null,
        conferenceId: null,
      })
    ).photos

  it('is in nobody’s draft, and its photos neither, by whatever way it came to them', async () => {
    const [maker, guest] = [await makePerson(db), await makePerson(db)]
    const { id: at } = await makeConference(db)
    const { id: groupId } = await db.group.create({ data: { conferenceId: at, name: 'We' } })
    for (const [index, { id: userId }] of [maker, guest].entries())
      await db.groupMember.create({ data: { groupId, userId, joinedAt: new Date(now.getTime() + index) } })
    const [first, second] = [
      await together('begun by the maker', { userId: maker.id, groupId, at }),
      await together('begun by the guest', { userId: guest.id, groupId, at }),
    ]
    const all = async () => [
      await ownTexts(maker, at),
      await ownTexts(guest, at),
      await listOwnPhotos(db, maker.id, at),
      await listOwnPhotos(db, guest.id, at),
      ...(await Promise.all([maker, guest].flatMap(({ id }) => [publicPhotos(id, first), publicPhotos(id, second)]))),
    ]
    const nothing = Array.from({ length: 8 }, () => [])
    expect(await all()).toEqual(nothing)
    // The guest leaves with a copy, and the maker has the note; then the group ends.
    await leaveGroup(db, guest.id, groupId)
    expect(await db.note.findMany({ where: { userId: guest.id }, select: { text: true, groupId: true } })).toEqual([
      { text: 'begun by the guest', groupId: null },
    ])
    expect(await all()).toEqual(nothing)
    await leaveGroup(db, maker.id, groupId)
    expect(await db.note.count({ where: { userId: maker.id, groupId: null } })).toBe(2)
    expect(await all()).toEqual(nothing)
  })

  it('is in nobody’s draft when a backup brings it into another account, be it the group’s or a copy', async () => {
    const [member, leaver, anew] = [await makePerson(db), await makePerson(db), await makePerson(db)]
    const { id: at } = await makeConference(db)
    const { id: groupId } = await db.group.create({ data: { conferenceId: at, name: 'We' } })
    for (const { id: userId } of [member, leaver]) await db.groupMember.create({ data: { groupId, userId } })
    await together('begun by the one who left', { userId: leaver.id, groupId, at })
    const own = { userId: leaver.id, conferenceId: at, revision: 1n, notedAt: new Date(now.getTime() + 1) }
    await db.note.create({ data: { ...own, id: randomUUID(), text: 'own words' } })
    await backUpAndRestore(leaver, anew)
    await leaveGroup(db, leaver.id, groupId)
    await backUpAndRestore(leaver, anew)
    expect(await db.note.findMany({ where: { userId: anew.id }, select: { text: true, groupId: true } })).toEqual([
      { text: 'begun by the one who left', groupId: null },
      { text: 'own words', groupId: null },
      { text: 'begun by the one who left', groupId: null },
    ])
    expect(await ownTexts(anew, at)).toEqual(['own words'])
  })

  /** As a device does: what a pull told it, in a file, as edits of whoever is there then. */
  async function backUpAndRestore(from: typeof owner, to: typeof owner) {
    const rows = (await listNotes(db, from.id, 0n)).flatMap(
      ({ isGone, sessionId: _session, groupId, place: _place, deletedAt, ...row }) =>
        isGone || deletedAt ? [] : [{ ...row, text: '', ...(groupId && { groupId }) }],
    )
    const nothing = { picks: [], blocks: [], attendances: [], photos: [] }
    const read = readBackup(writeBackup({ person: from.id, notes: rows, ...nothing }, [], now).zip)
    if (!read.ok) throw new Error(read.reason)
    const here = { lists: { picks: [], blocks: [], attendances: [] }, photos: new Set('') }
    const { changes } = planRestore(read.backup, { person: to.id, notes: new Map(), ...here })
    for (const { name, args } of changes)
      if (name === 'editNote') await db.$transaction((tx) => editNote(tx, to, editNoteSchema.parse(args), now))
  }
})

it('stays reachable for its author alone when its conference is deleted, and when that is purged', async () => {
  const [public_, author] = [await makeConference(db, { sessions: 0 }), await makePerson(db)]
  const recap = randomUUID()
  await createRecap(
    db,
    author.id,
    { id: recap, conferenceId: public_.id, title: 'Day one', text: 'words', language: 'en' },
    now,
  )
  await expect(requireStrayConference(db, author.id, recap)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await listStrayRecaps(db, author.id, now)).toEqual([])
  await deleteConference(db, granted(public_.id), now)
  const item = { id: recap, title: 'Day one', updatedAt: now, seriesId: null, placeMarks: 0, state: 'draft' }
  expect([await listStrayRecaps(db, author.id, now), await requireStrayConference(db, author.id, recap)]).toEqual([
    [item],
    { id: public_.id, slug: public_.slug, timeZone: 'Europe/Paris' },
  ])
  await purgeConferences(db, new Date('2026-06-01T10:00:00Z'))
  expect([
    await listStrayRecaps(db, author.id, now),
    await requireStrayConference(db, author.id, recap),
    await listStrayRecaps(db, other.id, now),
  ]).toEqual([[item], null, []])
  await expect(requireStrayConference(db, other.id, recap)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('lists deleted recaps to their author alone, with the conference or, once that is deleted, without', async () => {
  const [public_, author] = [await makeConference(db, { sessions: 0 }), await makePerson(db)]
  const make = async (title: string, deletedAt: Date | null) => {
    const recap = randomUUID()
    await createRecap(db, author.id, { id: recap, conferenceId: public_.id, title, text: 'words', language: 'en' }, now)
    if (deletedAt) await deleteRecap(db, author.id, recap, deletedAt)
    return { id: recap, title, deletedAt }
  }
  const later = new Date('2026-04-02T10:00:00Z')
  await make('Kept', null)
  const [first, last] = [await make('First', now), await make('Last', later)]
  const lists = async (userId: string) => [
    await listDeletedRecaps(db, userId, public_.id),
    await listDeletedStrayRecaps(db, userId),
  ]
  expect([await lists(author.id), await lists(other.id)]).toEqual([
    [[last, first], []],
    [[], []],
  ])
  await deleteConference(db, granted(public_.id), now)
  expect([(await lists(author.id))[1], (await lists(other.id))[1]]).toEqual([[last, first], []])
})
