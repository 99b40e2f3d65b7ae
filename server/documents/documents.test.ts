import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { documents as realDocuments } from '@/lib/feeds/documents'
import type { ConferenceDocument } from '@/lib/feeds/document'
import { updateConference } from '@/lib/schedule/edit/conference'
import { deleteConference, restoreConference } from '@/lib/schedule/edit/conference-bin'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor, signIn, touch, until } from '@/tests/front-door'
import { granted } from '@/tests/factories/granted'

const { db, url } = await testDatabase()
let renders = 0
let isBroken = false
const documents: ConferenceDocument[] = [
  {
    path: 'schedule.ics',
    mediaType: 'text/calendar; charset=utf-8',
    cache: 'feed',
    async render({ db, conference }) {
      renders++
      if (isBroken) throw new Error('broken')
      const { version } = await db.conference.findUniqueOrThrow({ where: { id: conference.id } })
      return `${conference.slug} ${version}\r\n`.repeat(100)
    },
  },
  {
    path: 'tracks/:slug.ics',
    mediaType: 'text/calendar; charset=utf-8',
    cache: 'feed',
    render: async ({ params }) => (params.slug === 'rust' ? 'rust' : null),
  },
  { path: 'agenda.json', mediaType: 'application/json; charset=utf-8', cache: 'live', render: async () => '{}' },
]
const [open, closed, touched] = [
  await makeConference(db, 'open'),
  await makeConference(db, 'closed', 'private'),
  await makeConference(db, 'touched'),
]
const door = await openDoor({ db, url, documents })

it('answers a feed with the headers that calendars need', async () => {
  const { status, headers, text } = await door.ask('/c/open/schedule.ics')
  expect([status, text]).toEqual([200, 'open 1\r\n'.repeat(100)])
  expect(headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-length': '800',
    'cache-control': 'public, max-age=300',
    'x-robots-tag': 'noindex',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Accept-Encoding',
    'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT',
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
  expect(headers.etag).toMatch(/^"[\w-]+"$/)
  expect(headers['content-disposition']).toBeUndefined()
})

it('gives each encoding its own bytes and its own tag', async () => {
  const [plain, zipped, br] = [
    await door.ask('/c/open/schedule.ics'),
    await door.ask('/c/open/schedule.ics', { headers: { 'accept-encoding': 'gzip' } }),
    await door.ask('/c/open/schedule.ics', { headers: { 'accept-encoding': 'gzip, br' } }),
  ]
  expect([zipped.headers['content-encoding'], br.headers['content-encoding']]).toEqual(['gzip', 'br'])
  expect([gunzipSync(zipped.body).toString(), brotliDecompressSync(br.body).toString()]).toEqual([
    plain.text,
    plain.text,
  ])
  expect(new Set([plain, zipped, br].map(({ headers }) => headers.etag)).size).toBe(3)
})

it('answers 304 to the tag that it gave, and keeps it', async () => {
  const { headers } = await door.ask('/c/open/schedule.ics', { headers: { 'accept-encoding': 'gzip' } })
  const again = await door.ask('/c/open/schedule.ics', {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': headers.etag ?? '' },
  })
  expect([again.status, again.text, again.headers.etag, again.headers['content-length']]).toEqual([
    304,
    '',
    headers.etag,
    undefined,
  ])
})

it('answers HEAD with the same headers, and nothing but reads', async () => {
  const [head, post] = [
    await door.ask('/c/open/schedule.ics', { method: 'HEAD' }),
    await door.ask('/c/open/schedule.ics', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }),
  ]
  expect([head.status, head.text, head.headers['content-length'], post.status, post.headers.allow]).toEqual([
    200,
    '',
    '800',
    405,
    'GET, HEAD',
  ])
})

it('renders a version once, however many ask at once', async () => {
  renders = 0
  await touch(db, open.id)
  await until(
    () => door.ask('/c/open/schedule.ics'),
    ({ text }) => text.startsWith('open 2'),
  )
  const answers = await Promise.all(Array.from({ length: 20 }, () => door.ask('/c/open/schedule.ics')))
  expect([renders, new Set(answers.map(({ headers }) => headers.etag)).size]).toEqual([1, 1])
})

it('dates a second change within a second later', async () => {
  const before = await door.ask('/c/touched/schedule.ics')
  const edit = { name: 'Again', timeZone: 'UTC', language: 'en' as const, venue: null, url: null }
  const sameSecond = new Date('2026-03-01T10:00:00.400Z')
  await updateConference(db, granted(touched.id), { ...edit, visibility: 'public' }, sameSecond)
  const after = await until(
    () => door.ask('/c/touched/schedule.ics'),
    ({ headers }) => headers.etag !== before.headers.etag,
  )
  expect([before.headers['last-modified'], after.headers['last-modified']]).toEqual([
    'Sun, 01 Mar 2026 10:00:00 GMT',
    'Sun, 01 Mar 2026 10:00:01 GMT',
  ])
})

it('names no date that is later than the answer’s, and then answers whole to who knows only dates', async () => {
  const updatedAt = new Date(Date.now() + 3_600_000)
  const { id: _, searched: _searched, ...parts } = await makeConference(db, 'future-before')
  await db.conference.create({ data: { ...parts, slug: 'future', updatedAt } })
  await until(
    () => door.ask('/c/future/schedule.ics'),
    ({ status }) => status === 200,
  )
  const since = { 'if-modified-since': new Date(Date.now() - 60_000).toUTCString() }
  const { status, headers } = await door.ask('/c/future/schedule.ics', { headers: since })
  expect([status, headers['last-modified']]).toEqual([200, undefined])
})

it('tells pages of other sites what they may ask of an open conference', async () => {
  const ask = (path: string) => door.ask(path, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
  const [feed, hidden] = [await ask('/c/open/schedule.ics'), await ask('/c/closed/schedule.ics')]
  expect([feed.status, feed.text]).toEqual([204, ''])
  expect(feed.headers).toMatchObject({
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
  })
  expect([hidden.status, hidden.headers['access-control-allow-origin']]).toEqual([405, undefined])
})

it('gives the last good bytes when the new ones fail, and 503 when there are none', async () => {
  const [kept, fresh] = [await makeConference(db, 'kept'), await makeConference(db, 'fresh')]
  const good = await until(
    () => door.ask(`/c/${kept.slug}/schedule.ics`),
    ({ status }) => status === 200,
  )
  isBroken = true
  renders = 0
  await touch(db, kept.id)
  const old = await until(
    () => door.ask(`/c/${kept.slug}/schedule.ics`),
    () => renders > 0,
  )
  const none = await door.ask(`/c/${fresh.slug}/schedule.ics`)
  isBroken = false
  expect([old.status, old.text, none.status, none.headers['retry-after']]).toEqual([200, good.text, 503, '60'])
  const repaired = await door.ask(`/c/${kept.slug}/schedule.ics`)
  expect([repaired.status, repaired.text]).toEqual([200, 'kept 2\r\n'.repeat(100)])
})

it('shows a private document to its members alone, and never to a cache', async () => {
  const [member, stranger] = [await signIn(db), await signIn(db)]
  await db.membership.create({ data: { conferenceId: closed.id, userId: member.user.id, role: 'attendee' } })
  const seen = await door.ask('/c/closed/schedule.ics', { headers: { cookie: member.cookie } })
  expect([
    seen.status,
    seen.headers['cache-control'],
    seen.headers['access-control-allow-origin'],
    seen.headers.vary,
  ]).toEqual([200, 'private, no-cache', undefined, 'Accept-Encoding, Cookie'])
  const others = [
    await door.ask('/c/closed/schedule.ics'),
    await door.ask('/c/closed/schedule.ics', { headers: { cookie: stranger.cookie } }),
    await door.ask('/c/absent/schedule.ics'),
    await door.ask('/c/open/tracks/none.ics'),
    await door.ask('/c/open/sessions/1-%C3%A9t%C3%A9.ics'),
    await door.ask('/c/open/any/deeper/place.ics'),
  ]
  expect(others.map(({ status, text, headers }) => [status, text, headers['cache-control']])).toEqual(
    Array.from({ length: 6 }, () => [404, '{"code":"NOT_FOUND"}', 'no-store']),
  )
})

it('finds the documents of a part, and leaves other addresses to Next', async () => {
  expect((await door.ask('/c/open/tracks/rust.ics')).text).toBe('rust')
  expect((await door.ask('/c/open/schedule.pdf')).text).toBe('next')
  expect((await door.ask('/c/open/manage')).text).toBe('next')
})

it('has the live documents asked for anew each time', async () => {
  const { headers } = await door.ask('/c/open/agenda.json')
  expect([headers['cache-control'], headers['access-control-allow-origin']]).toEqual(['public, no-cache', undefined])
})

it('leads from an address that a room, track or event had before to the one it has', async () => {
  const moving = await makeConference(db, 'moving')
  const { id: attic } = await db.room.create({ data: { conferenceId: moving.id, slug: 'attic', name: 'Attic' } })
  await db.room.create({ data: { conferenceId: moving.id, slug: 'hall-a', name: 'Hall A', archivedAt: new Date() } })
  await db.addressAlias.createMany({
    data: ['hall-a', 'loft'].map((slug) => ({ conferenceId: moving.id, kind: 'room' as const, slug, partId: attic })),
  })
  const talk = { number: 1, title: 'Talk', rawTitle: 'Talk', dayOn: new Date('2026-03-24') }
  await db.session.create({ data: { conferenceId: moving.id, ...talk, rooms: { create: { roomId: attic } } } })
  await touch(db, moving.id)
  const calendars = await openDoor({ db, url, documents: realDocuments })
  await until(
    () => calendars.ask('/c/moving/rooms/attic.ics'),
    ({ status }) => status === 200,
  )
  for (const slug of ['hall-a', 'loft']) {
    const { status, headers } = await calendars.ask(`/c/moving/rooms/${slug}.ics`)
    expect([status, headers.location, headers['cache-control']]).toEqual([
      301,
      '/c/moving/rooms/attic.ics',
      'public, max-age=300',
    ])
  }
  expect((await calendars.ask('/c/moving/rooms/cellar.ics')).status).toBe(404)
})

it('gives one session as a file, to members alone where the conference is private', async () => {
  const files = await openDoor({ db, url, documents: realDocuments })
  const member = await signIn(db)
  for (const { id } of [open, closed]) {
    const about = {
      title: 'Rust',
      rawTitle: 'Rust',
      dayOn: new Date('2026-03-24'),
      startAt: new Date('2026-03-24T09:00Z'),
    }
    await db.session.create({ data: { conferenceId: id, number: 1, ...about } })
    await db.membership.create({ data: { conferenceId: id, userId: member.user.id, role: 'attendee' } })
  }
  const answers = [
    await files.ask('/c/open/sessions/1-rust.ics'),
    await files.ask('/c/closed/sessions/1-rust.ics', { headers: { cookie: member.cookie } }),
    await files.ask('/c/closed/sessions/1-rust.ics'),
  ]
  expect(
    answers.map(({ status, headers }) => [status, headers['content-disposition'], headers['cache-control']]),
  ).toEqual([
    [200, 'attachment', 'public, max-age=300'],
    [200, 'attachment', 'private, no-cache'],
    [404, undefined, 'no-store'],
  ])
})

it('knows nothing of a deleted conference, ends its streams, and serves it as before once it is back', async () => {
  const [binned, { user, cookie }] = [await makeConference(db, 'binned'), await signIn(db)]
  await db.membership.create({ data: { conferenceId: binned.id, userId: user.id, role: 'owner' } })
  const ask = () => door.ask('/c/binned/schedule.ics', { headers: { cookie } })
  const live = () => door.ask(`/api/live?topics=conference:${binned.id}`, { method: 'HEAD', headers: { cookie } })
  await until(ask, ({ status }) => status === 200)
  await deleteConference(db, granted(binned.id), new Date())
  await until(ask, ({ status }) => status === 404)
  expect((await live()).status).toBe(204)
  await restoreConference(db, user.id, binned.id, new Date())
  const back = await until(ask, ({ status }) => status === 200)
  expect([back.text, back.headers['cache-control'], (await live()).status]).toEqual([
    'binned 3\r\n'.repeat(100),
    'public, max-age=300',
    200,
  ])
})
