import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { publishedAmong } from './content-now'
import { createRecap, deleteRecap } from './mutations'
import { findPublicPhoto } from './photo-answers'
import { findAuthor, findRecap, findSeries, listByAuthor, listByConference, type Author } from './public-queries'
import { publishRecap, unpublishRecap } from './publish'
import { listOwnSeries, listPublishedWith } from './queries'
import { placeInSeries, reorderSeries, saveSeries } from './series-mutations'

const { db } = await testDatabase()
const now = new Date('2026-04-01T10:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

let ann: Author
let made = 0
beforeEach(async () => {
  ann = await anAuthor('Ann')
})

async function anAuthor(name: string | null, language: string | null = 'en'): Promise<Author> {
  const { id } = await makePerson(db)
  const handle = `author-${++made}`
  await db.user.update({ where: { id }, data: { handle, name, language } })
  return { id, handle, name: name ?? handle, language: language ?? 'en' }
}

async function aRecap(title: string, text = 'Words', { conferenceId = null as string | null, by = ann } = {}) {
  const id = randomUUID()
  await createRecap(db, by.id, { id, conferenceId, title, text, language: 'en' }, now)
  return id
}

/** @param at when it is done @param publishAt when it is to be public; then, unless said otherwise */
async function publish(id: string, slug: string, at: Date, publishAt = at, by = ann) {
  const wanted = { id, slug, publishAt: publishAt.toISOString(), evenSo: true }
  expect(await publishRecap(db, by.id, wanted, at)).toEqual({ ok: true, slug })
}

const rewrite = (id: string, data: { title?: string; text?: string }) => db.recap.update({ where: { id }, data })

async function aSeries(slug = 'days') {
  const wanted = { conferenceId: null, slug, title: 'Days', summary: 'All of them' }
  const saved = await saveSeries(db, ann.id, null, wanted, now)
  if (!saved.ok) throw new Error(saved.reason)
  return saved.id
}

describe('an author', () => {
  it('is whoever something of was public, even where it is not any more', async () => {
    const find = () => findAuthor(db, ann.handle, minutes(10))
    const id = await aRecap('Day 1')
    expect(await find()).toBeNull()
    await publish(id, 'day-1', minutes(1), minutes(11))
    expect([await find(), await findAuthor(db, ann.handle, minutes(11))]).toEqual([null, ann])
    await publish(id, 'day-1', minutes(2))
    await unpublishRecap(db, ann.id, id, minutes(3))
    expect(await find()).toEqual(ann)
  })

  it('is nobody where all was taken back before its time', async () => {
    const id = await aRecap('Day 1')
    await publish(id, 'day-1', minutes(1), minutes(5))
    await unpublishRecap(db, ann.id, id, minutes(4))
    expect([await findAuthor(db, ann.handle, minutes(10)), await findRecap(db, ann, 'day-1', minutes(10))]).toEqual([
      null,
      null,
    ])
  })

  it('is called by their address who has no name, and speaks English who chose nothing', async () => {
    const nameless = await anAuthor(null, null)
    const id = await aRecap('Day 1', 'Words', { by: nameless })
    await publish(id, 'day-1', minutes(1), minutes(1), nameless)
    expect(await findAuthor(db, nameless.handle, minutes(2))).toEqual({
      id: nameless.id,
      handle: nameless.handle,
      name: nameless.handle,
      language: 'en',
    })
  })
})

describe('a recap at its address', () => {
  const slugAt = async (slug: string, at: Date) => {
    const found = await findRecap(db, ann, slug, at)
    return found?.kind === 'here' ? ['here', found.recap.content.text] : found
  }

  it('reads as it was published, whatever its author writes since, until that is published', async () => {
    const id = await aRecap('Day 1', 'As published')
    await publish(id, 'day-1', minutes(1))
    await rewrite(id, { title: 'Secret title', text: 'Not meant for anybody yet' })
    const found = await findRecap(db, ann, 'day-1', minutes(9))
    expect(found).toMatchObject({
      kind: 'here',
      recap: { id, content: { title: 'Day 1', text: 'As published' }, firstAt: minutes(1), updatedAt: minutes(1) },
      series: null,
    })
    await publish(id, 'day-1', minutes(10), minutes(20))
    expect([await slugAt('day-1', minutes(19)), await slugAt('day-1', minutes(20))]).toEqual([
      ['here', 'As published'],
      ['here', 'Not meant for anybody yet'],
    ])
  })

  it('leads from every address that it had to where it is', async () => {
    const id = await aRecap('Day 1')
    for (const [index, slug] of ['one', 'two', 'three'].entries()) await publish(id, slug, minutes(index))
    expect(await Promise.all(['one', 'two', 'three'].map((slug) => slugAt(slug, minutes(9))))).toEqual([
      { kind: 'moved', slug: 'three' },
      { kind: 'moved', slug: 'three' },
      ['here', 'Words'],
    ])
    expect(await slugAt('two', minutes(1.5))).toEqual(['here', 'Words'])
  })

  it('tells nobody of an address that is to come', async () => {
    const id = await aRecap('Day 1')
    await publish(id, 'day-1', minutes(1))
    await publish(id, 'the-winner-is', minutes(2), minutes(9))
    expect([await slugAt('the-winner-is', minutes(8)), await slugAt('day-1', minutes(8))]).toEqual([
      null,
      ['here', 'Words'],
    ])
  })

  it('is gone from all its addresses once it is withdrawn or deleted', async () => {
    const [withdrawn, deleted] = [await aRecap('One'), await aRecap('Two')]
    for (const [index, slug] of ['a', 'b'].entries()) await publish(withdrawn, slug, minutes(index))
    await publish(deleted, 'c', minutes(1))
    await unpublishRecap(db, ann.id, withdrawn, minutes(5))
    await deleteRecap(db, ann.id, deleted, minutes(5))
    const gone = { kind: 'gone', language: 'en' }
    expect(await Promise.all(['a', 'b', 'c'].map((slug) => slugAt(slug, minutes(6))))).toEqual([gone, gone, gone])
  })

  it('is its author’s alone: the same address of another is another recap, or none', async () => {
    const bo = await anAuthor('Bo')
    const [mine, theirs] = [await aRecap('Mine', 'Mine'), await aRecap('Theirs', 'Theirs', { by: bo })]
    await publish(mine, 'day-1', minutes(1))
    await publish(theirs, 'day-1', minutes(1), minutes(1), bo)
    await publish(mine, 'only-mine', minutes(2))
    const found = await findRecap(db, bo, 'day-1', minutes(3))
    expect([found?.kind === 'here' && found.recap.content.text, await findRecap(db, bo, 'only-mine', now)]).toEqual([
      'Theirs',
      null,
    ])
  })
})

describe('lists', () => {
  const titles = async (at: Date) => (await listByAuthor(db, ann, at)).map(({ content }) => content.title)

  it('have what is public now, the first published last', async () => {
    const [one, two, waits] = [await aRecap('One'), await aRecap('Two'), await aRecap('Waits')]
    await publish(one, 'one', minutes(1))
    await publish(two, 'two', minutes(2))
    await publish(waits, 'waits', minutes(3), minutes(30))
    await rewrite(one, { text: 'An update makes nothing new of it' })
    await publish(one, 'one', minutes(4))
    await aRecap('Draft')
    expect([await titles(minutes(1)), await titles(minutes(9)), await titles(minutes(30))]).toEqual([
      ['One'],
      ['Two', 'One'],
      ['Waits', 'Two', 'One'],
    ])
    await unpublishRecap(db, ann.id, two, minutes(31))
    await deleteRecap(db, ann.id, waits, minutes(31))
    expect(await titles(minutes(32))).toEqual(['One'])
  })

  it('of a conference have every author’s, and none that was written while it was private', async () => {
    const [bo, conference] = [await anAuthor('Bo'), await makeConference(db, { visibility: 'private' })]
    const { id: conferenceId } = conference
    const before = await aRecap('While it was private', 'Words', { conferenceId })
    await publish(before, 'before', minutes(1))
    await db.conference.update({ where: { id: conferenceId }, data: { visibility: 'public' } })
    const [mine, theirs] = [
      await aRecap('Mine', 'Words', { conferenceId }),
      await aRecap('Theirs', 'Words', { conferenceId, by: bo }),
    ]
    await publish(mine, 'mine', minutes(2))
    await publish(theirs, 'theirs', minutes(3), minutes(3), bo)
    await publish(await aRecap('Of none'), 'of-none', minutes(4))
    const listed = async () =>
      (await listByConference(db, conferenceId, minutes(9))).map(({ author, content }) => [author.name, content.title])
    expect(await listed()).toEqual([
      ['Bo', 'Theirs'],
      ['Ann', 'Mine'],
    ])
    await db.conference.update({ where: { id: conferenceId }, data: { visibility: 'private' } })
    expect(await listed()).toEqual([])
  })
})

describe('a series', () => {
  const parts = async (at: Date) =>
    (await findSeries(db, ann, 'days', at))?.parts.map(({ number, label, title, slug }) => [
      number ?? label,
      title,
      slug,
    ])

  it('names in order what is public, as published, and what is to come; nothing withdrawn or deleted', async () => {
    const seriesId = await aSeries()
    const ids = []
    for (const title of ['One', 'Two', 'Bonus', 'Gone', 'Deleted']) ids.push(await aRecap(title))
    const [one = '', two = '', bonus = '', gone = '', deleted = ''] = ids
    for (const id of ids)
      await placeInSeries(db, ann.id, { id, seriesId, label: id === bonus ? 'Extra' : null }, minutes(1))
    expect(await parts(minutes(2))).toBeUndefined()
    const [own] = await listOwnSeries(db, ann.id)
    expect(own?.recaps.map(({ title }) => title)).toEqual(['One', 'Two', 'Bonus', 'Gone', 'Deleted'])
    for (const [id, slug] of [
      [one, 'one'],
      [bonus, 'bonus'],
      [gone, 'gone'],
      [deleted, 'deleted'],
    ] as const)
      await publish(id, slug, minutes(3))
    await unpublishRecap(db, ann.id, gone, minutes(4))
    await deleteRecap(db, ann.id, deleted, minutes(4))
    await rewrite(one, { title: 'One, as it is being rewritten' })
    expect(await parts(minutes(5))).toEqual([
      [1, 'One', 'one'],
      [2, 'Two', null],
      ['Extra', 'Bonus', 'bonus'],
    ])
    await reorderSeries(db, ann.id, { seriesId, recapIds: [bonus, two] }, minutes(6))
    expect(await parts(minutes(7))).toEqual([
      ['Extra', 'Bonus', 'bonus'],
      [1, 'Two', null],
      [2, 'One', 'one'],
    ])
    await unpublishRecap(db, ann.id, one, minutes(8))
    await unpublishRecap(db, ann.id, bonus, minutes(8))
    expect(await parts(minutes(9))).toBeUndefined()
  })

  it('is its author’s alone, and left as it was by a recap that goes elsewhere', async () => {
    const [bo, seriesId, other] = [await anAuthor('Bo'), await aSeries(), await aSeries('more-days')]
    const [one, two] = [await aRecap('One'), await aRecap('Two')]
    for (const [id, slug] of [
      [one, 'one'],
      [two, 'two'],
    ] as const) {
      await placeInSeries(db, ann.id, { id, seriesId, label: null }, minutes(1))
      await publish(id, slug, minutes(2))
    }
    expect(await findSeries(db, bo, 'days', minutes(3))).toBeNull()
    await placeInSeries(db, ann.id, { id: one, seriesId, label: 'Kept in its place' }, minutes(4))
    expect(await parts(minutes(5))).toEqual([
      ['Kept in its place', 'One', 'one'],
      [1, 'Two', 'two'],
    ])
    await placeInSeries(db, ann.id, { id: one, seriesId: other, label: null }, minutes(5))
    expect(await parts(minutes(5))).toEqual([[1, 'Two', 'two']])
    await placeInSeries(db, ann.id, { id: two, seriesId: null, label: null }, minutes(6))
    expect(await parts(minutes(7))).toBeUndefined()
    const found = await findRecap(db, ann, 'two', minutes(7))
    expect(found?.kind === 'here' && found.series).toBeNull()
  })
})

describe('a photo', () => {
  async function aPhoto(by = ann) {
    const size = { mediaType: 'image/png', bytes: 9, width: 1, height: 1 }
    const data = { id: randomUUID(), userId: by.id, ...size, revision: 1n, takenAt: now }
    return (await db.photo.create({ data })).id
  }
  const seen = async (id: string, at: Date, by = ann) => (await findPublicPhoto(db, by, id, at)) !== null

  it('is everybody’s from the instant in which a recap that shows it is public, until none does', async () => {
    const id = await aPhoto()
    const recap = await aRecap('Day 1', `![](photo:${id})`)
    expect(await seen(id, minutes(1))).toBe(false)
    await publish(recap, 'day-1', minutes(1), minutes(5))
    expect([await seen(id, minutes(4)), await seen(id, minutes(5))]).toEqual([false, true])
    // What keeps pictures keeps one, too, that a recap is about to show.
    expect(await publishedAmong(db, [id], minutes(4))).toEqual(new Set([id]))
    await rewrite(recap, { text: 'Without a picture' })
    await publish(recap, 'day-1', minutes(6))
    expect([await seen(id, minutes(7)), await publishedAmong(db, [id], minutes(7))]).toEqual([false, new Set()])
  })

  it('is nobody’s at another’s address, by an odd name, or in a recap that was withdrawn', async () => {
    const [bo, id, other] = [await anAuthor('Bo'), await aPhoto(), await aPhoto()]
    const recap = await aRecap('Day 1', `![](photo:${id})`)
    await publish(recap, 'day-1', minutes(1))
    expect([
      await seen(id, minutes(2)),
      await seen(id, minutes(2), bo),
      await seen(id.toUpperCase(), minutes(2)),
      await seen(`${id}/../..`, minutes(2)),
      await seen("' OR 1=1", minutes(2)),
    ]).toEqual([true, false, false, false, false])
    expect(await publishedAmong(db, [id, other], minutes(2))).toEqual(new Set([id]))
    await unpublishRecap(db, ann.id, recap, minutes(3))
    expect(await seen(id, minutes(4))).toBe(false)
    await publish(recap, 'day-1', minutes(5), minutes(9))
    await unpublishRecap(db, ann.id, recap, minutes(6))
    expect(await publishedAmong(db, [id], minutes(7))).toEqual(new Set())
  })

  it('is told to its author with each recap that shows it, and to nobody else', async () => {
    const [bo, id, other] = [await anAuthor('Bo'), await aPhoto(), await aPhoto()]
    const conference = await makeConference(db)
    const [here, stray] = [
      await aRecap('Here', `![](photo:${id})\n![](photo:${other})`, { conferenceId: conference.id }),
      await aRecap('Stray', `![](photo:${id})`),
    ]
    await publish(here, 'here', minutes(1))
    await publish(stray, 'stray', minutes(2), minutes(99))
    await aRecap('Draft', `![](photo:${id})`)
    const told = async (by: Author, photo: string) =>
      listPublishedWith(db, { ...by, kind: 'user', email: '' }, { photo }, minutes(3))
    expect([await told(ann, id), await told(ann, other), await told(bo, id)]).toEqual([
      [
        { title: 'Here', address: `/c/${conference.slug}/recaps/${here}` },
        { title: 'Stray', address: `/recaps/${stray}` },
      ],
      [{ title: 'Here', address: `/c/${conference.slug}/recaps/${here}` }],
      [],
    ])
    const deleted = { deletedAt: minutes(2), visibility: 'private', visibilityBefore: 'public' } as const
    await db.conference.update({ where: { id: conference.id }, data: deleted })
    expect(await told(ann, other)).toEqual([{ title: 'Here', address: `/recaps/${here}` }])
    await expect(listPublishedWith(db, { kind: 'guest' }, { photo: id }, now)).rejects.toThrow('UNAUTHENTICATED')
  })
})
