import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeNextRequest, NodeNextResponse } from 'next/dist/server/base-http/node'
import { sendResponse } from 'next/dist/server/send-response'
import { describe, expect, it } from 'vitest'
import { GET, PUT } from '@/app/api/v1/photos/[id]/route'
import { keptPicture } from '@/tests/factories/kept-picture'
import { jpeg, jpegWith, png, webp } from '@/tests/factories/picture'
import { testDatabase } from './db'
import { openDoor, signIn } from './front-door'
import { S3Server } from './s3-server'

const { db, url } = await testDatabase()
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-photos-'))

/** The address through the whole front door, with Next's own way of joining its headers and ours. */
const door = await openDoor({
  db,
  url,
  async next(request, response) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    )
    const isPut = request.method === 'PUT'
    const asked = new Request(`http://localhost:3000${request.url}`, {
      method: request.method,
      headers,
      ...(isPut && { body: Buffer.concat(chunks) }),
    })
    const answered = await (isPut ? PUT : GET)(asked, {
      params: Promise.resolve({ id: decodeURIComponent(request.url ?? '').split(/[/?]/)[4] }),
    })
    await sendResponse(new NodeNextRequest(request), new NodeNextResponse(response), answered)
  },
})
const [ada, bob] = [await signIn(db), await signIn(db)]

const put = (id: string, body: Buffer, { user, cookie } = ada, headers = {}) =>
  door.ask(`/api/v1/photos/${id}?person=${user.id}`, {
    method: 'PUT',
    body,
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'image/jpeg',
      'content-length': String(body.length),
      ...headers,
    },
  })
const get = (id: string, cookie = ada.cookie, headers = {}) =>
  door.ask(`/api/v1/photos/${id}`, { headers: { cookie, ...headers } })

describe('a photo', () => {
  it.each([
    ['image/jpeg', 'jpg', jpeg],
    ['image/png', 'png', png],
    ['image/webp', 'webp', webp],
  ])('comes back as what its bytes are, to be shown and nothing else: %s', async (type, extension, bytes) => {
    const id = randomUUID()
    const sent = await put(id, bytes)
    expect({ status: sent.status, body: JSON.parse(sent.text) as unknown }).toEqual({ status: 200, body: { id } })
    const { status, headers, body } = await get(id)
    expect({ status, body }).toEqual({ status: 200, body: await keptPicture(bytes) })
    expect(headers).toMatchObject({
      'content-type': type,
      'content-disposition': `inline; filename="photo-${id}.${extension}"`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    })
  })

  it('runs nothing when it is also a page: one file, two readings', async () => {
    const id = randomUUID()
    const script = '<html><script>alert(document.cookie)</script>'
    await put(
      id,
      jpegWith(
        [
          [0xe2, `ICC_PROFILE\0${script}`],
          [0xfe, script],
        ],
        script,
      ),
    )
    for (const path of [`/api/v1/photos/${id}`, `/%61pi/v1/photos/${id}`]) {
      const { headers, text } = await door.ask(path, { headers: { cookie: ada.cookie } })
      expect(headers).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/^default-src 'none'; frame-ancestors 'none'/),
      })
      expect(text).not.toContain('script')
    }
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'image/png'],
    ['a page that begins like a picture', '\xff\xd8\xff\xe0<script>alert(1)</script>', 'image/jpeg'],
  ])('is not %s', async (_, text, type) => {
    const id = randomUUID()
    const { status, text: said } = await put(id, Buffer.from(text, 'latin1'), ada, { 'content-type': type })
    expect([status, JSON.parse(said)]).toEqual([415, { error: 'INVALID', reason: 'notAPicture' }])
    expect((await get(id)).status).toBe(404)
  })

  it('weighs 10 MB at most', async () => {
    const { status, text } = await put(randomUUID(), Buffer.concat([jpeg, Buffer.alloc(10_000_001 - jpeg.length)]))
    expect([status, JSON.parse(text)]).toEqual([413, { error: 'INVALID', reason: 'tooLarge' }])
    expect((await put(randomUUID(), Buffer.concat([jpeg, Buffer.alloc(10_000_000 - jpeg.length)]))).status).toBe(200)
  })

  it('is nothing to anybody else: as if it were not there', async () => {
    const id = randomUUID()
    await put(id, jpeg)
    const absent = await get(randomUUID())
    for (const cookie of [bob.cookie, 'none=1']) {
      const { status, text, headers } = await get(id, cookie)
      expect({ status, text, etag: headers.etag, type: headers['content-type'] }).toEqual({
        status: 404,
        text: absent.text,
        etag: undefined,
        type: absent.headers['content-type'],
      })
    }
    expect([
      (await put(id, png, bob)).status,
      (await put(randomUUID(), png, { ...ada, cookie: 'none=1' })).status,
      (await get(id)).body,
    ]).toEqual([404, 401, await keptPicture(jpeg)])
  })

  it('is sent once to a browser that keeps it', async () => {
    const id = randomUUID()
    await put(id, jpeg)
    const { etag = '' } = (await get(id)).headers
    const again = await get(id, ada.cookie, { 'if-none-match': etag })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
    expect((await get(id, bob.cookie, { 'if-none-match': etag })).status).toBe(404)
  })

  it('goes to nobody but the person whose device sends it', async () => {
    const id = randomUUID()
    expect([
      (await put(id, jpeg, { ...ada, cookie: bob.cookie })).status,
      (await get(id)).status,
      await db.photo.count({ where: { id } }),
    ]).toEqual([401, 404, 0])
  })

  it('is taken from our own pages only', async () => {
    expect((await put(randomUUID(), jpeg, ada, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})

describe('while the S3 server is away', () => {
  it('comes again later, is served again when it is back, and health says so', async () => {
    const s3 = new S3Server()
    await s3.start()
    Object.assign(process.env, s3.variables)
    const [kept, coming] = [randomUUID(), randomUUID()]
    await put(kept, png)
    s3.failing = { status: 503, code: 'SlowDown' }
    const refused = [await put(coming, jpeg), await get(kept)]
    expect(refused.map(({ status, text }) => [status, text])).toEqual([
      [503, '{"error":"UNAVAILABLE"}'],
      [503, '{"error":"UNAVAILABLE"}'],
    ])
    const health = await door.ask('/api/health')
    expect([health.status, JSON.parse(health.text)]).toMatchObject([200, { status: 'ok', photos: 'unavailable' }])
    expect(await db.photo.count({ where: { id: coming } })).toBe(0)
    s3.failing = null
    await put(coming, jpeg)
    expect([(await get(kept)).body, (await get(coming)).body]).toEqual([
      await keptPicture(png),
      await keptPicture(jpeg),
    ])
    await s3.stop()
  })
})
