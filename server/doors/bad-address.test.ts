import { connect } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor } from '@/tests/front-door'

const { db, url } = await testDatabase()
await makeConference(db, 'open')
let reached: string[] = []
const door = await openDoor({
  db,
  url,
  async next(request, response) {
    reached.push(request.url ?? '')
    response.end('next')
  },
})

/** The status of the answer to bytes that no client of ours would send. */
async function statusOf(head: string, body = ''): Promise<number> {
  const socket = connect(door.port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => (heard += String(chunk)))
  socket.write(Buffer.from(`${head}\r\nConnection: close\r\n\r\n${body}`, 'latin1'))
  if (!socket.closed) await once(socket, 'close')
  return Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1])
}
const get = (path: string, more = '') => statusOf(`GET ${path} HTTP/1.1\r\nHost: hallway${more}`)

describe('what no address can be', () => {
  it.each([
    ['/c/a%00b', 400],
    ['/c/open/sessions/%00', 400],
    ['/%E0%A4%A', 400],
    ['/%', 400],
    ['/c/%zz', 400],
    ['/c/%ff', 400],
    ['/c/%2e%2e/manage', 400],
    ['/c/..%2f..%2fetc', 400],
    ['/c/open/%2e', 400],
    ['/../etc/passwd', 400],
    ['/c/%5c..%5c', 400],
    ['/c/open/%0d%0aSet-Cookie:a', 400],
    ['/?a=%00', 400],
    ['/?a=%E0%A4%A', 400],
    ['/c/open?day=%ff', 400],
    [`/${'a'.repeat(5_000)}`, 414],
    [`/?${'a'.repeat(9_000)}`, 414],
    ['http://evil.example/', 400],
    ['*', 400],
  ])('is refused before anything reads it: %.60s', async (path, status) => {
    reached = []
    expect([await get(path), reached]).toEqual([status, []])
  })

  it.each([
    ['/c/open'],
    ['/c/caf%C3%A9'],
    ['/c/%F0%9F%8E%89'],
    ['/c/a%20b?q=a+b&c=%C3%A9'],
    ['/c/a%2Fb'],
    ['/c/...'],
    ['/?a=..'],
    ['/?next=/../x'],
  ])('is not refused where it can be one: %s', async (path) => {
    reached = []
    expect([await get(path), reached]).toEqual([200, [path]])
  })
})

it.each(['TRACE', 'PROPFIND', 'LOCK', 'PURGE', 'SEARCH', 'M-SEARCH'])('knows no %s', async (method) => {
  expect(await statusOf(`${method} /c/open HTTP/1.1\r\nHost: hallway`)).toBe(405)
})

it.each([
  ['no host', 'GET /c/open HTTP/1.1', 400],
  ['an odd host', 'GET /c/open HTTP/1.1\r\nHost: [', 200],
  ['two hosts', 'GET /c/open HTTP/1.1\r\nHost: a\r\nHost: b', 200],
  [
    'bytes in a cookie',
    'GET /api/live?topics=person HTTP/1.1\r\nHost: a\r\nCookie: next-auth.session-token=\xff\xfe; a=%00',
    204,
  ],
  [
    'half a cookie',
    'GET /api/live?topics=person HTTP/1.1\r\nHost: a\r\nCookie: next-auth.session-token=a.b.c.d.e; ;;=',
    204,
  ],
  ['bytes in a header', 'GET /c/open HTTP/1.1\r\nHost: a\r\nAccept-Language: \xff\xfe;q=1e999', 200],
  ['an odd ETag', 'GET /c/open HTTP/1.1\r\nHost: a\r\nIf-None-Match: """', 200],
  ['an odd date', 'GET /c/open HTTP/1.1\r\nHost: a\r\nIf-Modified-Since: yesterday', 200],
  ['an odd address', 'GET /c/open HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: \xff, 1.2.3, ::zz', 200],
  [
    'an odd length',
    'POST /api/v1/readings HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1e3',
    400,
  ],
  ['an odd encoding', 'GET /c/open/agenda.json HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br;q=NaN, \xff', 200],
  [
    'no form',
    'POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data\r\n' +
      'Content-Length: 0',
    400,
  ],
  [
    'an empty form',
    'POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; ' +
      'boundary=x\r\nContent-Length: 0',
    400,
  ],
  ['odd topics', 'GET /api/live?topics=conference:,rooms:%F0%9F%8E%89,person:1,__proto__ HTTP/1.1\r\nHost: a', 204],
])('answers a request with %s', async (_, head, status) => {
  expect(await statusOf(head)).toBe(status)
})

it.each([
  ['', 400],
  ['{', 400],
  ['null', 400],
  ['[]', 400],
  ['{"conference":"\\u0000"}', 400],
  [`{"conference":"${'a'.repeat(9_000)}"}`, 400],
  ['\xff\xfe', 400],
  [`${'['.repeat(20_000)}`, 400],
])('refuses a report of %.30s', async (body, status) => {
  expect(
    await statusOf(
      `POST /api/v1/readings HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ` +
        `${Buffer.from(body, 'latin1').length}`,
      body,
    ),
  ).toBe(status)
})
