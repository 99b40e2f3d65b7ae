import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { hashToken } from '@/lib/platform/ids'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { suggestHandle } from './handle'
import { bringBackRecap, createRecap, deleteRecap, editRecap, keepUntaken, restoreRevision } from './mutations'
import { publicationState } from '../publication'
import { makeDraftLink, publishRecap, revokeDraftLink, unpublishRecap } from './publish'
import { getOwnRecap } from './queries'
import { placeInSeries, reorderSeries, saveSeries } from './series-mutations'

const { db } = await testDatabase()
const now = new Date('2026-04-01T10:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const fields = {
  title: 'Day 1',
  summary: null,
  text: 'Hello',
  language: 'en' as const,
  tags: ['k8s'],
  coverId: null,
  canonicalUrl: null,
}

async function anAuthor() {
  const person = await makePerson(db)
  await db.user.update({ where: { id: person.id }, data: { handle: `author-${person.id.slice(0, 8)}` } })
  return person
}

async function aRecap(userId: string, title = 'Day 1') {
  const id = randomUUID()
  await createRecap(db, userId, { id, conferenceId: null, title, text: 'Hello', language: 'en' }, now)
  return id
}

const stateOf = async (recapId: string, at: Date) =>
  publicationState(await db.publication.findMany({ where: { recapId } }), at)
const slugAt = async (recapId: string, at: Date) => {
  const state = await stateOf(recapId, at)
  return state.state === 'published' ? state.current.slug : state.state
}

it.each([
  ['Ada Lindqvist', 'ada-lindqvist'],
  ['Łukasz 山田', 'lukasz-shantian'],
  ['A', ''],
  ['Admin', ''],
  [null, ''],
  ['Somebody With A Very Long Name-Indeed', 'somebody-with-a-very-long-name'],
])('suggests to %j the address %j', (name, handle) => {
  expect(suggestHandle(name)).toBe(handle)
})

describe('permissions', () => {
  type Write = (
    db: PrismaClient,
    userId: string,
    at: { recap: string; series: string; revision: string },
  ) => Promise<unknown>
  const writes: [string, Write][] = [
    [
      'edit',
      (db, userId, { recap }) => editRecap(db, userId, { ...fields, id: recap, editedFrom: now.toISOString() }, now),
    ],
    [
      'keep words for',
      (db, userId, { recap }) => keepUntaken(db, userId, { id: recap, title: 'x', summary: null, text: 'x' }, now),
    ],
    [
      'restore',
      (db, userId, { recap, revision }) => restoreRevision(db, userId, { id: recap, revisionId: revision }, now),
    ],
    ['delete', (db, userId, { recap }) => deleteRecap(db, userId, recap, now)],
    ['bring back', (db, userId, { recap }) => bringBackRecap(db, userId, recap, now)],
    ['publish', (db, userId, { recap }) => publishRecap(db, userId, { id: recap, slug: 'x' }, now)],
    ['unpublish', (db, userId, { recap }) => unpublishRecap(db, userId, recap, now)],
    ['share', (db, userId, { recap }) => makeDraftLink(db, userId, recap)],
    ['end sharing', (db, userId, { recap }) => revokeDraftLink(db, userId, recap)],
    [
      'place in a series',
      (db, userId, { recap }) => placeInSeries(db, userId, { id: recap, seriesId: null, label: null }, now),
    ],
    [
      'change a series',
      (db, userId, { series }) =>
        saveSeries(db, userId, series, { conferenceId: null, slug: 's', title: 'S', summary: null }, now),
    ],
    [
      'reorder a series',
      (db, userId, { series, recap }) => reorderSeries(db, userId, { seriesId: series, recapIds: [recap] }, now),
    ],
  ]

  it.each([
    ...writes.map(([name, write]) => [name, 'a recap', write] as const),
    ...writes.map(([name, write]) => [name, 'a deleted recap', write] as const),
  ])('let nobody else %s %s', async (_, what, write) => {
    const [owner, other] = [await anAuthor(), await anAuthor()]
    const recap = await aRecap(owner.id)
    const { id: revision } = await db.recapRevision.create({ data: { recapId: recap, title: 'Old', text: 'Old' } })
    const saved = await saveSeries(
      db,
      owner.id,
      null,
      { conferenceId: null, slug: 'days', title: 'Days', summary: null },
      now,
    )
    const series = saved.ok ? saved.id : ''
    if (what === 'a deleted recap') await deleteRecap(db, owner.id, recap, now)
    const all = () =>
      Promise.all([
        db.recap.findMany({ where: { userId: owner.id } }),
        db.series.findMany({ where: { userId: owner.id } }),
        db.publication.count({ where: { recapId: recap } }),
      ])
    const before = await all()
    await expect(write(db, other.id, { recap, series, revision })).rejects.toThrow(new AppError('NOT_FOUND'))
    expect(await all()).toEqual(before)
  })

  it('do not let a recap into somebody else’s series, nor have their photo as cover, nor take their id', async () => {
    const [owner, other] = [await anAuthor(), await anAuthor()]
    const [mine, theirs] = [await aRecap(owner.id), await aRecap(other.id)]
    const saved = await saveSeries(
      db,
      other.id,
      null,
      { conferenceId: null, slug: 'days', title: 'Days', summary: null },
      now,
    )
    const photo = await db.photo.create({
      data: {
        id: randomUUID(),
        userId: other.id,
        mediaType: 'image/jpeg',
        bytes: 9,
        width: 1,
        height: 1,
        revision: 1n,
        takenAt: now,
      },
    })
    await expect(
      placeInSeries(db, owner.id, { id: mine, seriesId: saved.ok ? saved.id : '', label: null }, now),
    ).rejects.toThrow('NOT_FOUND')
    await expect(
      editRecap(db, owner.id, { ...fields, id: mine, editedFrom: now.toISOString(), coverId: photo.id }, now),
    ).rejects.toThrow('NOT_FOUND')
    await expect(
      createRecap(db, owner.id, { id: theirs, conferenceId: null, title: 'x', text: 'x', language: 'en' }, now),
    ).rejects.toThrow('CONFLICT')
  })

  it('publish no photo of somebody else’s, and none that was deleted', async () => {
    const [owner, other] = [await anAuthor(), await anAuthor()]
    const photo = (userId: string, more = {}) =>
      db.photo.create({
        data: {
          id: randomUUID(),
          userId,
          mediaType: 'image/jpeg',
          bytes: 9,
          width: 4,
          height: 3,
          revision: 1n,
          takenAt: now,
          ...more,
        },
      })
    const [mine, theirs, gone] = [
      await photo(owner.id, { caption: 'Slide' }),
      await photo(other.id),
      await photo(owner.id, { deletedAt: now }),
    ]
    const id = randomUUID()
    await createRecap(
      db,
      owner.id,
      {
        id,
        conferenceId: null,
        title: 'x',
        text: [mine, theirs, gone].map((one) => `![](photo:${one.id})`).join('\n'),
        language: 'en',
      },
      now,
    )
    await publishRecap(db, owner.id, { id, slug: 'x', evenSo: true }, now)
    const [published] = await db.publication.findMany({ where: { recapId: id } })
    expect(published?.content).toMatchObject({
      photos: [{ id: mine.id, width: 4, height: 3, mediaType: 'image/jpeg', caption: 'Slide' }],
    })
  })
})

describe('editing', () => {
  it('keeps what was written before, and brings it back', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    const first = await editRecap(
      db,
      owner.id,
      { ...fields, id, editedFrom: now.toISOString(), text: 'Two' },
      minutes(1),
    )
    await editRecap(
      db,
      owner.id,
      { ...fields, id, editedFrom: first.ok ? first.updatedAt : '', text: 'Three' },
      minutes(2),
    )
    const revisions = await db.recapRevision.findMany({ where: { recapId: id }, orderBy: { createdAt: 'asc' } })
    expect(revisions.map(({ text }) => text)).toEqual(['Hello', 'Two'])
    await restoreRevision(db, owner.id, { id, revisionId: revisions[0]?.id ?? '' }, minutes(3))
    expect(await db.recap.findUnique({ where: { id }, select: { text: true } })).toEqual({ text: 'Hello' })
    expect(await db.recapRevision.count({ where: { recapId: id, text: 'Three' } })).toBe(1)
  })

  it('keeps every word that an edit takes away, within seconds too, and no version of mere typing', async () => {
    const owner = await anAuthor()
    const id = randomUUID()
    const texts = [
      'One two',
      'One two th',
      'One two three',
      'One two three\n\ntwo one',
      'One two three',
      'One two',
      'One two four',
      '',
      'Five',
      'Five six',
      'Five six',
    ]
    await createRecap(
      db,
      owner.id,
      { id, conferenceId: null, title: fields.title, text: texts[0] ?? '', language: 'en' },
      now,
    )
    let editedFrom = now.toISOString()
    for (const [index, text] of texts.slice(1).entries()) {
      const saved = await editRecap(
        db,
        owner.id,
        { ...fields, id, editedFrom, text },
        new Date(now.getTime() + (index + 1) * 2_000),
      )
      if (saved.ok) editedFrom = saved.updatedAt
    }
    const revisions = await db.recapRevision.findMany({
      where: { recapId: id },
      orderBy: { createdAt: 'asc' },
      select: { text: true },
    })
    expect(revisions.map(({ text }) => text)).toEqual(['One two three\n\ntwo one', 'One two four'])
  })

  it('keeps whole what its author was asked about and did not take, once', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    const first = await editRecap(
      db,
      owner.id,
      { ...fields, id, editedFrom: now.toISOString(), text: 'alpha' },
      minutes(1),
    )
    await editRecap(
      db,
      owner.id,
      { ...fields, id, editedFrom: first.ok ? first.updatedAt : '', isChosen: true, text: 'not alpha' },
      minutes(2),
    )
    for (const at of [3, 4])
      await keepUntaken(db, owner.id, { id, title: '', summary: null, text: 'let go' }, minutes(at))
    const revisions = await db.recapRevision.findMany({
      where: { recapId: id },
      orderBy: { createdAt: 'asc' },
      select: { title: true, text: true },
    })
    expect(revisions).toEqual([
      { title: 'Day 1', text: 'Hello' },
      { title: 'Day 1', text: 'alpha' },
      { title: 'Day 1', text: 'let go' },
    ])
  })

  it('writes over nothing that was saved elsewhere', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    const saves = await Promise.all(
      ['A', 'B'].map((text) => editRecap(db, owner.id, { ...fields, id, editedFrom: now.toISOString(), text }, now)),
    )
    expect(saves.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('publishing', () => {
  it('shows at once, later, no longer and again, without anything running', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    expect(await publishRecap(db, owner.id, { id, slug: 'day-1', publishAt: minutes(60).toISOString() }, now)).toEqual({
      ok: true,
      slug: 'day-1',
    })
    expect([await slugAt(id, minutes(59)), await slugAt(id, minutes(60))]).toEqual(['scheduled', 'day-1'])
    await unpublishRecap(db, owner.id, id, minutes(90))
    expect(await slugAt(id, minutes(91))).toBe('withdrawn')
    await publishRecap(db, owner.id, { id, slug: 'day-one' }, minutes(100))
    expect(await stateOf(id, minutes(101))).toMatchObject({
      state: 'published',
      current: { slug: 'day-one' },
      firstAt: minutes(60),
      updatedAt: minutes(100),
    })
  })

  it('replaces what waits, keeps what is public until then', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    await publishRecap(db, owner.id, { id, slug: 'a' }, now)
    await publishRecap(db, owner.id, { id, slug: 'b', publishAt: minutes(10).toISOString() }, minutes(1))
    await publishRecap(db, owner.id, { id, slug: 'c', publishAt: minutes(20).toISOString() }, minutes(2))
    expect([await slugAt(id, minutes(11)), await slugAt(id, minutes(21))]).toEqual(['a', 'c'])
  })

  it('makes no update of what did not change', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    const publish = (slug: string) => publishRecap(db, owner.id, { id, slug }, minutes(5))
    expect([await publish('a'), await publish('a'), await publish('b')]).toEqual([
      { ok: true, slug: 'a' },
      { ok: false, reason: 'unchanged' },
      { ok: true, slug: 'b' },
    ])
  })

  it('gives no address twice, an old one neither; one that nobody ever saw is free again', async () => {
    const owner = await anAuthor()
    const [one, two] = [await aRecap(owner.id), await aRecap(owner.id, 'Day 2')]
    await publishRecap(db, owner.id, { id: one, slug: 'old' }, now)
    await publishRecap(db, owner.id, { id: one, slug: 'new' }, minutes(1))
    await publishRecap(db, owner.id, { id: one, slug: 'never', publishAt: minutes(99).toISOString() }, minutes(2))
    await publishRecap(db, owner.id, { id: one, slug: 'new', publishAt: minutes(99).toISOString() }, minutes(3))
    const take = (slug: string) => publishRecap(db, owner.id, { id: two, slug }, minutes(4)).then(({ ok }) => ok)
    expect([await take('old'), await take('new'), await take('never')]).toEqual([false, false, true])
    const other = await anAuthor()
    expect(await publishRecap(db, other.id, { id: await aRecap(other.id), slug: 'old' }, minutes(4))).toEqual({
      ok: true,
      slug: 'old',
    })
  })

  it('gives an author their name and address with what they publish, and neither where that is refused', async () => {
    const [person, other] = [await makePerson(db), await anAuthor()]
    const [id, doubtful] = [await aRecap(person.id), await aRecap(person.id, '[to do: a title]')]
    await db.user.update({ where: { id: person.id }, data: { name: null } })
    const handle = `zoe-${person.id.slice(0, 8)}`
    const taken = (await db.user.findUniqueOrThrow({ where: { id: other.id } })).handle ?? ''
    const publish = (id: string, handle?: string) =>
      publishRecap(db, person.id, { id, slug: 'a', ...(handle && { author: { handle, name: 'Zoe' } }) }, now)
    const known = () => db.user.findUniqueOrThrow({ where: { id: person.id }, select: { name: true, handle: true } })
    expect(await publish(id)).toEqual({ ok: false, reason: 'handleMissing' })
    expect(await publish(doubtful, handle)).toMatchObject({ ok: false, reason: 'doubts' })
    expect(await publish(id, taken)).toEqual({ ok: false, reason: 'handleTaken' })
    expect(await known()).toEqual({ name: null, handle: null })
    expect(await publish(id, handle)).toEqual({ ok: true, slug: 'a' })
    expect(await known()).toEqual({ name: 'Zoe', handle })
    expect(await publish(id, 'other')).toEqual({ ok: false, reason: 'unchanged' })
    expect(await publish(await aRecap(person.id), 'other')).toEqual({ ok: false, reason: 'slugTaken' })
  })

  it('gives an address that two want at once to one, and leaves it as it is afterwards', async () => {
    const people = [await makePerson(db), await makePerson(db)]
    const recaps = new Map(await Promise.all(people.map(async ({ id }) => [id, await aRecap(id)] as const)))
    const publish = (userId: string, slug: string, handle: string) =>
      publishRecap(db, userId, { id: recaps.get(userId) ?? '', slug, author: { handle } }, now)
    const wanted = await Promise.all(people.map(({ id }) => publish(id, 'a', 'writer')))
    expect(wanted.map(({ ok }) => ok).sort()).toEqual([false, true])
    const winner = people[wanted.findIndex(({ ok }) => ok)]?.id ?? ''
    expect([await publish(winner, 'b', 'other'), await publish(winner, 'b', 'writer')]).toEqual([
      { ok: false, reason: 'handleInUse' },
      { ok: true, slug: 'b' },
    ])
  })

  it('publishes nothing for a time that has passed, but for the minute that sending took', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    const publish = (at: Date) => publishRecap(db, owner.id, { id, slug: 'a', publishAt: at.toISOString() }, now)
    expect(await publish(new Date(minutes(-1).getTime() - 1))).toEqual({ ok: false, reason: 'publishAtPassed' })
    expect(await stateOf(id, now)).toEqual({ state: 'draft' })
    expect(await publish(minutes(-1))).toEqual({ ok: true, slug: 'a' })
    expect(await slugAt(id, now)).toBe('a')
  })

  it('names no conference that is private', async () => {
    const owner = await anAuthor()
    const [open, closed] = [await makeConference(db), await makeConference(db, { visibility: 'private' })]
    const contents = await Promise.all(
      [open, closed].map(async ({ id: conferenceId }) => {
        const id = randomUUID()
        await createRecap(db, owner.id, { id, conferenceId, title: 'x', text: '', language: 'en' }, now)
        await publishRecap(db, owner.id, { id, slug: `of-${conferenceId}`, evenSo: true }, now)
        return (await db.publication.findFirst({ where: { recapId: id } }))?.content
      }),
    )
    expect(contents).toMatchObject([
      { conference: { slug: open.slug, name: open.name, timeZone: 'Europe/Paris' } },
      { conference: null },
    ])
  })

  it('names what is unfinished, or private, before anybody can read it', async () => {
    const owner = await anAuthor()
    const closed = await makeConference(db, { visibility: 'private' })
    const make = async (title: string, text: string, conferenceId: string | null) => {
      const id = randomUUID()
      await createRecap(db, owner.id, { id, conferenceId, title, text, language: 'en' }, now)
      return id
    }
    const [plain, marked, hidden, named] = [
      await make('x', 'Done', null),
      await make('x [to come]', 'a [to do: slides]\n- [ ] call Ann', null),
      await make('x', 'Done', closed.id),
      await make('x', `At ${closed.name.toUpperCase()}`, closed.id),
    ]
    const publish = (id: string, evenSo?: boolean) => publishRecap(db, owner.id, { id, slug: `r-${id}`, evenSo }, now)
    const doubts = { ok: false, reason: 'doubts' }
    expect(await publish(plain)).toMatchObject({ ok: true })
    expect(await publish(marked)).toEqual({
      ...doubts,
      doubts: { isEmpty: false, unfinished: ['[to come]', '[to do: slides]', '[ ] call Ann'], privateConference: null },
    })
    expect(await publish(hidden)).toEqual({
      ...doubts,
      doubts: { isEmpty: false, unfinished: [], privateConference: { name: closed.name, isNamed: false } },
    })
    expect(await publish(named)).toEqual({
      ...doubts,
      doubts: { isEmpty: false, unfinished: [], privateConference: { name: closed.name, isNamed: true } },
    })
    expect(await db.publication.count({ where: { recapId: { in: [marked, hidden, named] } } })).toBe(0)
    expect(await publish(marked, true)).toMatchObject({ ok: true })
  })

  it('asks before everybody can read a recap without a text', async () => {
    const owner = await anAuthor()
    const id = randomUUID()
    await createRecap(db, owner.id, { id, conferenceId: null, title: 'x', text: ' \n', language: 'en' }, now)
    expect(await publishRecap(db, owner.id, { id, slug: 'x' }, now)).toEqual({
      ok: false,
      reason: 'doubts',
      doubts: { isEmpty: true, unfinished: [], privateConference: null },
    })
    expect(await publishRecap(db, owner.id, { id, slug: 'x', evenSo: true }, now)).toMatchObject({ ok: true })
  })

  it('says to its author what was published last, so that an editor can say whether that is all', async () => {
    const owner = await anAuthor()
    const id = randomUUID()
    await createRecap(db, owner.id, { id, conferenceId: null, title: 'Day', text: 'One', language: 'fr' }, now)
    const latest = async () => (await getOwnRecap(db, { userId: owner.id, id, now }))?.latest
    expect(await latest()).toBeNull()
    await publishRecap(db, owner.id, { id, slug: 'day' }, now)
    const published = {
      title: 'Day',
      summary: '',
      text: 'One',
      language: 'fr',
      tags: [],
      coverId: null,
      canonicalUrl: '',
    }
    expect(await latest()).toEqual(published)
    await db.recap.update({ where: { id }, data: { text: 'Two' } })
    expect(await latest()).toEqual(published)
    await unpublishRecap(db, owner.id, id, now)
    expect(await latest()).toBeNull()
  })

  it('shares a draft by a secret of which only the hash is kept', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    const { secret } = await makeDraftLink(db, owner.id, id)
    const hash = async () => (await db.recap.findUnique({ where: { id } }))?.draftHash
    expect(await hash()).toBe(hashToken(secret))
    await revokeDraftLink(db, owner.id, id)
    expect(await hash()).toBeNull()
  })

  it.each(['published', 'scheduled', 'draft'] as const)(
    'brings a %s recap back with all that it read, and to no eyes but its author’s',
    async (was) => {
      const owner = await anAuthor()
      const id = await aRecap(owner.id)
      await editRecap(
        db,
        owner.id,
        { ...fields, id, text: 'All that I wrote', summary: 'Short', editedFrom: now.toISOString() },
        minutes(1),
      )
      await makeDraftLink(db, owner.id, id)
      if (was !== 'draft')
        await publishRecap(
          db,
          owner.id,
          { id, slug: 'a', ...(was === 'scheduled' && { publishAt: minutes(9).toISOString() }) },
          minutes(2),
        )
      const wholly = () => db.recap.findUniqueOrThrow({ where: { id } })
      const { deletedAt: _, draftHash, revision, updatedAt, ...before } = await wholly()
      await deleteRecap(db, owner.id, id, minutes(3))
      expect(await getOwnRecap(db, { userId: owner.id, id, now: minutes(3) })).toBeNull()
      await bringBackRecap(db, owner.id, id, minutes(4))
      const after = await wholly()
      expect(after).toEqual({
        ...before,
        deletedAt: null,
        draftHash: null,
        revision: after.revision,
        updatedAt: minutes(4),
      })
      expect([draftHash === null, after.revision > revision, after.updatedAt > updatedAt]).toEqual([false, true, true])
      expect(await slugAt(id, minutes(99))).toBe(was === 'published' ? 'withdrawn' : 'draft')
      // Asked for twice it is back once.
      await bringBackRecap(db, owner.id, id, minutes(5))
      expect(await wholly()).toEqual(after)
    },
  )

  it('takes a deleted recap from the public', async () => {
    const owner = await anAuthor()
    const id = await aRecap(owner.id)
    await publishRecap(db, owner.id, { id, slug: 'a' }, now)
    await deleteRecap(db, owner.id, id, minutes(1))
    expect(await slugAt(id, minutes(2))).toBe('withdrawn')
  })
})

describe('series', () => {
  it('keeps its order', async () => {
    const owner = await anAuthor()
    const ids = [await aRecap(owner.id, 'A'), await aRecap(owner.id, 'B'), await aRecap(owner.id, 'C')]
    const saved = await saveSeries(
      db,
      owner.id,
      null,
      { conferenceId: null, slug: 'days', title: 'Days', summary: null },
      now,
    )
    const seriesId = saved.ok ? saved.id : ''
    for (const id of ids) await placeInSeries(db, owner.id, { id, seriesId, label: null }, now)
    const order = async () =>
      (await db.recap.findMany({ where: { seriesId }, orderBy: { position: 'asc' } })).map(({ title }) => title)
    expect(await order()).toEqual(['A', 'B', 'C'])
    await reorderSeries(db, owner.id, { seriesId, recapIds: [ids[2] ?? '', ids[0] ?? '', randomUUID()] }, now)
    expect(await order()).toEqual(['C', 'A', 'B'])
    expect(
      await saveSeries(db, owner.id, null, { conferenceId: null, slug: 'days', title: 'Days', summary: null }, now),
    ).toEqual({ ok: false, reason: 'slugTaken' })
  })
})
