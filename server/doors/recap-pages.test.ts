import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFeed } from '@rowanmanning/feed-parser'
import { load } from 'cheerio'
import RssParser from 'rss-parser'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { createRecap, deleteRecap } from '@/lib/recaps/server/mutations'
import { listPublishedWith } from '@/lib/recaps/server/queries'
import { makeDraftLink, publishRecap, revokeDraftLink, unpublishRecap } from '@/lib/recaps/server/publish'
import { placeInSeries, saveSeries } from '@/lib/recaps/server/series-mutations'
import { deleteConference } from '@/lib/schedule/edit/conference-bin'
import { testDatabase } from '@/tests/db'
import { granted } from '@/tests/factories/granted'
import { jpeg } from '@/tests/factories/picture'
import { makeConference, openDoor } from '@/tests/front-door'

process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'recaps-'))
const { db, url } = await testDatabase()
const door = await openDoor({ db, url, env: { HALLWAY_URL: 'https://hallway.example' } })
const conference = await makeConference(db, 'open')
const closed = await makeConference(db, 'closed', 'private')
const author = await db.user.create({
  data: { email: 'writer@secret.example', name: 'Ann <b>Writer</b>', handle: 'ann' },
})
const viewer = { ...author, kind: 'user' as const }
const past = new Date('2026-04-01T10:00:00Z')
const photo = randomUUID()
await db.photo.create({
  data: {
    id: photo,
    userId: author.id,
    mediaType: 'image/jpeg',
    bytes: jpeg.length,
    width: 12,
    height: 8,
    revision: 1n,
    takenAt: past,
  },
})
await putBlob(photo, jpeg)

async function aRecap(title: string, text: string, conferenceId: string | null = conference.id) {
  const id = randomUUID()
  await createRecap(db, author.id, { id, conferenceId, title, text, language: 'en' }, past)
  return id
}

const first = await aRecap(
  'Day 1: 日本語 🎉',
  `Hello **world**\n\n![A slide](photo:${photo})\n\n\`\`\`rust\nfn main() { println!("hi"); }\n\`\`\`\n\n` +
    '<script>alert(1)</script>',
)
const second = await aRecap('Day 2', 'Not yet')
const saved = await saveSeries(
  db,
  author.id,
  null,
  { conferenceId: conference.id, slug: 'week', title: 'My week', summary: 'All of it' },
  past,
)
for (const id of [first, second])
  await placeInSeries(db, author.id, { id, seriesId: saved.ok ? saved.id : '', label: null }, past)

it('knows nothing of what is not published', async () => {
  const answers = await Promise.all(
    [
      '/@ann/day-1',
      '/@ann/series/week',
      `/@ann/photos/${photo}`,
      '/@nobody',
      '/@ann',
      '/@ann/recaps.xml',
      '/@ann/day-1/picture.png',
      '/@ann/series/week/recaps.xml',
      '/drafts/x',
      '/@Ann%2f',
      '/c/closed/recaps.xml',
      '/c/none/recaps.json',
      '/@ann/a/b/c/d',
    ].map((path) => door.ask(path)),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
})

it('shows a recap as a page that is whole without a script, small and safe', async () => {
  await publishRecap(db, author.id, { id: first, slug: 'day-1' }, past)
  const { status, headers, text } = await door.ask('/@ann/day-1', { headers: { 'accept-encoding': 'identity' } })
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/html; charset=utf-8',
    'public, no-cache',
  ])
  const $ = load(text)
  const data = $('script[type="application/ld+json"]')
  const own = $('script').not(data)
  const hash = createHash('sha256').update(own.text()).digest('base64')
  expect([$('script').length, data.length, own.attr()]).toEqual([2, 1, {}])
  expect(headers['content-security-policy']).toContain(
    `default-src 'none'; script-src 'sha256-${hash}'; style-src 'self'; font-src 'self'; img-src 'self';`,
  )
  expect(JSON.parse(data.text())).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'Day 1: 日本語 🎉',
    url: 'https://hallway.example/@ann/day-1',
    datePublished: past.toISOString(),
    author: { name: 'Ann <b>Writer</b>' },
  })
  expect($('link[rel=canonical]').attr('href')).toBe('https://hallway.example/@ann/day-1')
  expect($('figure img').attr()).toEqual({
    src: `https://hallway.example/@ann/photos/${photo}`,
    width: '12',
    height: '8',
    alt: '',
    loading: 'lazy',
  })
  expect($('pre .hljs-keyword').first().text()).toBe('fn')
  expect(
    $('link[rel=stylesheet]')
      .toArray()
      .map((link) => link.attribs.href),
  ).toEqual(['/recaps.css', '/code.css'])
  expect($('.series').text()).toContain('Part 2: Day 2 (to come)')
  expect(text).not.toContain('writer@secret.example')
  expect(text).not.toContain('Not yet')
  expect(Buffer.byteLength(text)).toBeLessThan(10_000)
  expect((await door.ask('/@ann/day-1', { headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(304)
  expect((await door.ask('/%40ann/day-1')).status).toBe(200)
})

it('draws a picture for links', async () => {
  const { headers, body } = await door.ask('/@ann/day-1/picture.png')
  const { width, height } = await sharp(body).metadata()
  expect([headers['content-type'], width, height]).toEqual(['image/png', 1200, 630])
})

it('gives a photo to everybody while a recap shows it', async () => {
  const { status, headers, body } = await door.ask(`/@ann/photos/${photo}`)
  expect([status, headers['content-type'], body.equals(jpeg)]).toEqual([200, 'image/jpeg', true])
  expect(headers['content-security-policy']).toContain('sandbox')
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
})

it('gives a large photo in the widths that screens need, and to drafts alike', async () => {
  const wide = randomUUID()
  await db.photo.create({
    data: {
      id: wide,
      userId: author.id,
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 2000,
      height: 1000,
      revision: 2n,
      takenAt: past,
    },
  })
  await putBlob(
    wide,
    await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#0b5cad' } })
      .jpeg()
      .toBuffer(),
  )
  const draft = await aRecap('Wide', `![Stage](photo:${wide})`, null)
  const { secret } = await makeDraftLink(db, author.id, draft)
  expect((await door.ask(`/@ann/photos/${wide}/960.webp`)).status).toBe(404)
  await publishRecap(db, author.id, { id: draft, slug: 'wide' }, past)
  const base = `https://hallway.example/@ann/photos/${wide}`
  const $ = load((await door.ask('/@ann/wide')).text)
  expect($('figure img').attr()).toEqual({
    src: base,
    width: '2000',
    height: '1000',
    alt: '',
    loading: 'lazy',
    sizes: '(max-width: 42rem) 100vw, 42rem',
    srcset: `${base}/480.webp 480w, ${base}/960.webp 960w, ${base}/1440.webp 1440w, ${base} 2000w`,
  })
  for (const path of [`/@ann/photos/${wide}`, `/drafts/${secret}/photos/${wide}`]) {
    const { status, headers, body } = await door.ask(`${path}/960.webp`)
    const { width, height } = await sharp(body).metadata()
    expect([status, headers['content-type'], width, height]).toEqual([200, 'image/webp', 960, 480])
    expect((await door.ask(`${path}/961.webp`)).status).toBe(404)
  }
  await unpublishRecap(db, author.id, draft, new Date())
  expect((await door.ask(`/@ann/photos/${wide}/960.webp`)).status).toBe(404)
})

it('goes on showing a photo that was deleted, or whose note was, until the recap is published without it', async () => {
  const [lost, noteId] = [randomUUID(), randomUUID()]
  await db.note.create({
    data: { id: noteId, userId: author.id, conferenceId: conference.id, revision: 3n, notedAt: past },
  })
  const facts = { mediaType: 'image/jpeg', bytes: jpeg.length, width: 12, height: 8, takenAt: past, noteId }
  await db.photo.create({ data: { id: lost, userId: author.id, revision: 3n, ...facts } })
  await putBlob(lost, jpeg)
  const id = await aRecap('Lost', `Before ![A slide](photo:${lost}) after`)
  await db.recap.update({ where: { id }, data: { coverId: lost } })
  await publishRecap(db, author.id, { id, slug: 'lost' }, past)
  const shown = async () => {
    const $ = load((await door.ask('/@ann/lost')).text)
    return {
      page: [$('article img').length, $('.text').text().trim(), $('.text').find('a').length],
      photo: (await door.ask(`/@ann/photos/${lost}`)).status,
      saidOf: await Promise.all(
        [{ photo: lost }, { note: noteId }, {}].map((what) => listPublishedWith(db, viewer, what, new Date())),
      ),
    }
  }
  const told = [{ title: 'Lost', address: `/c/open/recaps/${id}` }]
  const whole = { page: [2, 'Before  after', 0], photo: 200, saidOf: [told, told, []] }
  const bare = { page: [0, 'Before A slide after', 0], photo: 404, saidOf: [[], [], []] }
  const gone = { deletedAt: past }
  const doubts = { isEmpty: false, unfinished: [], privateConference: null, missingPhotos: 1 }
  const again = { id, slug: 'lost' }
  const refused = { ok: false, reason: 'doubts', doubts }
  await db.photo.update({ where: { id: lost }, data: gone })
  expect([await shown(), await publishRecap(db, author.id, again, new Date())]).toEqual([whole, refused])
  await db.photo.update({ where: { id: lost }, data: { deletedAt: null } })
  await db.note.update({ where: { id: noteId }, data: gone })
  expect([await shown(), await publishRecap(db, author.id, again, new Date())]).toEqual([whole, refused])
  // Its bytes were not put back, say.
  await db.photo.update({ where: { id: lost }, data: { bytes: 0 } })
  expect((await shown()).page).toEqual(bare.page)
  await db.photo.update({ where: { id: lost }, data: { bytes: jpeg.length } })
  expect(await publishRecap(db, author.id, { ...again, evenSo: true }, new Date())).toEqual({ ok: true, slug: 'lost' })
  expect(await shown()).toEqual(bare)
  await deleteRecap(db, author.id, id, new Date())
})

it.each(['/@ann', '/@ann/series/week', '/c/open'])('feeds %s in three forms that a parser reads', async (base) => {
  for (const extension of ['xml', 'rss']) {
    const { status, text, headers } = await door.ask(`${base}/recaps.${extension}`)
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*'])
    const parsed = await new RssParser<object, { id?: string }>({ customFields: { item: ['id'] } }).parseString(text)
    expect(parsed.items.map(({ title, link, id, guid }) => [title, link, id ?? guid])).toEqual([
      ['Day 1: 日本語 🎉', 'https://hallway.example/@ann/day-1', `urn:uuid:${first}`],
    ])
    expect(parseFeed(text).items.map(({ id, published }) => [id, published])).toEqual([[`urn:uuid:${first}`, past]])
    expect(text).toContain(`https://hallway.example/@ann/photos/${photo}`)
  }
  const { text } = await door.ask(`${base}/recaps.json`)
  expect(JSON.parse(text)).toMatchObject({
    feed_url: `https://hallway.example${base}/recaps.json`,
    items: [{ id: `urn:uuid:${first}`, url: 'https://hallway.example/@ann/day-1', date_published: past.toISOString() }],
  })
})

it('turns no letters around, whatever an author calls a recap, a series, a conference or themselves', async () => {
  const disguised = '\u202Egnp.exe'
  const them = await db.user.create({ data: { email: 'eve@secret.example', name: `Eve ${disguised}`, handle: 'eve' } })
  const days = await makeConference(db, 'disguised')
  await db.conference.update({ where: { id: days.id }, data: { name: `Days ${disguised}` } })
  const id = randomUUID()
  await createRecap(
    db,
    them.id,
    { id, conferenceId: days.id, title: `Recap ${disguised}`, text: 'Hello', language: 'en' },
    past,
  )
  const named = { conferenceId: days.id, slug: 'all', title: `All ${disguised}`, summary: `Of ${disguised}` }
  const all = await saveSeries(db, them.id, null, named, past)
  await placeInSeries(db, them.id, { id, seriesId: all.ok ? all.id : '', label: `First ${disguised}` }, past)
  await publishRecap(db, them.id, { id, slug: 'recap' }, past)
  const feeds = ['/@eve', '/@eve/series/all', '/c/disguised'].flatMap((base) =>
    ['xml', 'rss', 'json'].map((extension) => `${base}/recaps.${extension}`),
  )
  for (const path of ['/@eve', '/@eve/recap', '/@eve/series/all', ...feeds]) {
    const { status, text } = await door.ask(path)
    expect([path, status, text.includes('gnp.exe'), /[\u202D\u202E]/.test(text)]).toEqual([path, 200, true, false])
  }
})

it('gives the same bytes for the same state', async () => {
  const ask = async () => (await door.ask('/@ann/recaps.xml')).headers.etag
  expect(await ask()).toBe(await ask())
})

it('leads from an old address to the new one, and shows a whole series', async () => {
  await publishRecap(db, author.id, { id: first, slug: 'day-one' }, new Date('2026-04-02T10:00:00Z'))
  const moved = await door.ask('/@ann/day-1')
  expect([moved.status, moved.headers.location]).toEqual([301, '/@ann/day-one'])
  await publishRecap(db, author.id, { id: second, slug: 'day-2', publishAt: '2999-01-01T00:00:00Z' }, past)
  const $ = load((await door.ask('/@ann/series/week')).text)
  expect(
    $('main li')
      .toArray()
      .map((item) => $(item).text()),
  ).toEqual(['Part 1 Day 1: 日本語 🎉', 'Part 2 Day 2 (to come)'])
  expect((await door.ask('/@ann/day-2')).status).toBe(404)
})

it('shares a draft by its secret alone, kept by nobody', async () => {
  const { secret } = await makeDraftLink(db, author.id, second)
  const { status, headers, text } = await door.ask(`/drafts/${secret}`)
  expect([
    status,
    headers['cache-control'],
    headers['referrer-policy'],
    headers['x-robots-tag'],
    text.includes('Not yet'),
  ]).toEqual([200, 'private, no-store', 'no-referrer', 'noindex', true])
  expect((await door.ask(`/drafts/${secret}/photos/${photo}`)).status).toBe(404)
  await revokeDraftLink(db, author.id, second)
  expect((await door.ask(`/drafts/${secret}`)).status).toBe(404)
})

it('names and links a conference only while everybody may see it', async () => {
  const shy = await makeConference(db, 'shy')
  const id = await aRecap('A talk', 'Saw [Talk one](session:1)', shy.id)
  await publishRecap(db, author.id, { id, slug: 'talk' }, past)
  const all = await saveSeries(
    db,
    author.id,
    null,
    { conferenceId: shy.id, slug: 'talks', title: 'Talks', summary: null },
    past,
  )
  await placeInSeries(db, author.id, { id, seriesId: all.ok ? all.id : '', label: null }, past)
  const feeds = ['xml', 'rss', 'json'].map((extension) => `/@ann/series/talks/recaps.${extension}`)
  const texts = () =>
    Promise.all(
      ['/@ann/talk', '/@ann', '/@ann/series/talks', '/@ann/recaps.json', ...feeds].map(async (path) => {
        const { status, text } = await door.ask(path)
        return [path, status, text.includes('/c/shy'), text.includes('A talk')]
      }),
    )
  const picture = async () => (await door.ask('/@ann/talk/picture.png')).body.toString('base64')
  const [[page], drawn] = [await texts(), await picture()]
  expect(page).toEqual(['/@ann/talk', 200, true, true])
  const { headers } = await door.ask('/@ann/talk')
  const hidden = (await texts()).map(([path]) => [path, 200, false, true])
  await db.conference.update({ where: { id: shy.id }, data: { visibility: 'private' } })
  expect(await texts()).toEqual(hidden)
  expect(await picture()).not.toBe(drawn)
  const kept = await door.ask('/@ann/talk', { headers: { 'if-none-match': headers.etag ?? '' } })
  expect([kept.status, kept.text.includes(shy.name), kept.text.includes('Talk one')]).toEqual([200, false, true])
  expect((await door.ask('/c/shy/recaps.xml')).status).toBe(404)
  await db.conference.update({ where: { id: shy.id }, data: { visibility: 'public' } })
  expect((await texts())[0]).toEqual(page)
  await deleteConference(db, granted(shy.id), new Date())
  expect(await texts()).toEqual(hidden)
  await deleteRecap(db, author.id, id, new Date())
})

it('says what is gone, in the feeds too', async () => {
  const other = await aRecap('Private thing', 'x', closed.id)
  await db.recap.update({ where: { id: other }, data: { language: 'fr' } })
  await publishRecap(db, author.id, { id: other, slug: 'other', evenSo: true }, past)
  await unpublishRecap(db, author.id, first, new Date())
  await deleteRecap(db, author.id, other, new Date())
  const answers = await Promise.all(
    ['/@ann/day-one', '/@ann/day-1', '/@ann/other', `/@ann/photos/${photo}`].map((path) => door.ask(path)),
  )
  expect(answers.map(({ status }) => status)).toEqual([410, 410, 410, 404])
  const ways = (text: string | undefined) => load(text ?? '')('main a').toArray()
  expect(ways(answers[0]?.text).map(({ attribs }) => attribs.href)).toEqual(['https://hallway.example/@ann'])
  const said = ($: ReturnType<typeof load>) => [$('html').attr('lang'), $('main').text()]
  expect(said(load(answers[2]?.text ?? ''))).toEqual([
    'fr',
    'Plus rien iciCe récap n’est plus publié.Tous les récaps par Ann <b>Writer</b>',
  ])
  const nothing = load((await door.ask('/@ann/never')).text)
  expect([...said(nothing), ways(nothing.html()).map(({ attribs }) => attribs.href)]).toEqual([
    'en',
    'Nothing hereThere is nothing at this address.Il n’y a rien à cette adresse.Hallway',
    ['https://hallway.example'],
  ])
  expect((await door.ask('/@ann')).status).toBe(200)
  expect((await new RssParser().parseString((await door.ask('/@ann/recaps.xml')).text)).items).toEqual([])
})
