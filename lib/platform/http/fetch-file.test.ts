import { createServer as createTcpServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { serveWeb } from '@/tests/web-server'
import { fetchFile } from './fetch-file'

const limits = { maxBytes: 1_000, timeoutMs: 5_000, allowPrivate: true }

async function textOf(url: string, given = {}): Promise<unknown> {
  const fetched = await fetchFile(url, { ...limits, ...given })
  return fetched.ok ? Buffer.from(fetched.bytes).toString() : fetched.reason
}

describe('fetchFile', () => {
  it('fetches a file, decompressed, and says where it was', async () => {
    const origin = await serveWeb(
      (request, response) =>
        void response
          .writeHead(200, {
            'content-encoding': 'gzip',
            etag: '"one"',
            'last-modified': 'Mon, 01 Mar 2027 10:00:00 GMT',
          })
          .end(gzipSync(`${request.url} for ${request.headers['user-agent']?.slice(0, 7)}`)),
    )
    expect(await fetchFile(`  ${origin}/all.ics `, limits)).toEqual({
      ok: true,
      bytes: Buffer.from('/all.ics for Hallway'),
      address: `${origin}/all.ics`,
      etag: '"one"',
      lastModified: 'Mon, 01 Mar 2027 10:00:00 GMT',
    })
  })

  it('follows redirects, relative ones too, but not for ever', async () => {
    const origin = await serveWeb((request, response) => {
      if (request.url === '/start') return void response.writeHead(302, { location: 'end' }).end()
      if (request.url === '/end') return void response.end('here')
      response.writeHead(301, { location: '/again' }).end()
    })
    expect([await textOf(`${origin}/start`), await textOf(`${origin}/again`)]).toEqual(['here', 'too-many-redirects'])
  })

  it('does not go where a redirect leads out of the web, or into a network of its own', async () => {
    const origin = await serveWeb((request, response) => {
      const location = request.url === '/in' ? 'http://10.0.0.1/' : 'file:///etc/passwd'
      response.writeHead(302, { location }).end()
    })
    expect(await textOf(origin)).toBe('not-web')
    expect(await textOf(`${origin}/in`, { allowPrivate: false, allow: ['127.0.0.0/8'] })).toBe('not-public')
  })

  it('refuses addresses of this machine and of private networks, before it connects', async () => {
    let connections = 0
    const origin = await serveWeb((_, response) => void response.end(String(++connections)))
    const port = new URL(origin).port
    const addresses = [
      origin,
      `http://localhost:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
      `http://2130706433:${port}`,
      `http://0x7f.1:${port}`,
      'http://169.254.169.254/latest',
      'http://10.0.0.1',
      'http://[fd00::1]',
      'http://0.0.0.0',
      'http://[64:ff9b::7f00:1]',
      'http://[2002:7f00:1::]',
      'http://168.63.129.16',
      'http://user:secret@127.0.0.1',
    ]
    expect(await Promise.all(addresses.map((address) => textOf(address, { allowPrivate: false })))).toEqual(
      addresses.map(() => 'not-public'),
    )
    expect(connections).toBe(0)
  })

  it('goes where whoever runs it allows, by name, address or range, and nowhere else', async () => {
    const origin = await serveWeb((_, response) => void response.end('here'))
    const open = (allow: string[], at = origin) => textOf(at, { allowPrivate: false, allow })
    const byName = origin.replace('127.0.0.1', 'localhost')
    expect(
      await Promise.all([
        open(['127.0.0.1']),
        open(['10.0.0.0/8', '127.0.0.0/8']),
        open(['10.0.0.0/8', 'fd00::/8', 'localhost']),
        open(['localhost', '::1'], byName.replace('localhost', 'LOCALHOST')),
      ]),
    ).toEqual(['here', 'here', 'not-public', 'here'])
  })

  it('sends a name and password to their own site alone, and gives them back nowhere', async () => {
    const other = await serveWeb((request, response) => void response.end(request.headers.authorization ?? 'nothing'))
    const origin = await serveWeb((request, response) => {
      if (request.url === '/away') return void response.writeHead(302, { location: other }).end()
      if (request.url === '/on') return void response.writeHead(302, { location: `${origin}/end` }).end()
      response.end(request.headers.authorization ?? 'nothing')
    })
    const named = origin.replace('//', '//ann:s%40cret@')
    const basic = `Basic ${Buffer.from('ann:s@cret').toString('base64')}`
    expect([await textOf(named), await textOf(`${named}/on`), await textOf(`${named}/away`)]).toEqual([
      basic,
      basic,
      'nothing',
    ])
    const failed = await fetchFile('http://ann:secret@[bad', limits)
    expect([await fetchFile(named, limits), failed]).toEqual([
      { ok: true, bytes: Buffer.from(basic), address: `${origin}/`, etag: null, lastModified: null },
      { ok: false, reason: 'not-an-address', detail: 'http://[bad' },
    ])
  })

  it.each([
    ['gzip', gzipSync('packed')],
    ['br', brotliCompressSync('packed')],
    ['deflate', deflateSync('packed')],
    ['deflate', deflateRawSync('packed')],
    ['identity', Buffer.from('packed')],
  ])('unpacks %s', async (encoding, body) => {
    const origin = await serveWeb(
      (_, response) => void response.writeHead(200, { 'content-encoding': encoding }).end(body),
    )
    expect(await textOf(origin)).toBe('packed')
  })

  it('stops at the size limit, also of what it inflates to', async () => {
    const origin = await serveWeb((request, response) => {
      if (request.url === '/bomb')
        return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000)))
      const flood = () => void (response.destroyed || response.write(Buffer.alloc(500), flood))
      flood()
    })
    expect([await textOf(`${origin}/bomb`), await textOf(origin)]).toEqual(['too-large', 'too-large'])
  })

  it('gives up on whoever does not answer, or does not end', async () => {
    const origin = await serveWeb(
      (request, response) => void (request.url === '/half' && response.writeHead(200).write('half')),
    )
    expect(
      await Promise.all([textOf(origin, { timeoutMs: 100 }), textOf(`${origin}/half`, { timeoutMs: 100 })]),
    ).toEqual(['address-slow', 'address-slow'])
    expect(
      await Promise.all([
        textOf(origin, { firstByteMs: 100 }),
        textOf(`${origin}/half`, { firstByteMs: 100, timeoutMs: 1_000 }),
      ]),
    ).toEqual(['no-answer', 'address-slow'])
  })

  it.each([
    [401, 'needs-sign-in'],
    [403, 'refused'],
    [404, 'not-found'],
    [410, 'gone'],
    [418, 'unexpected-answer'],
    [204, 'unexpected-answer'],
    [304, 'unexpected-answer'],
    [429, 'too-many-requests'],
    [500, 'server-failed'],
    [503, 'server-failed'],
  ])('calls %d %s', async (status, reason) => {
    const origin = await serveWeb((_, response) => void response.writeHead(status).end())
    expect(await fetchFile(origin, limits)).toEqual({ ok: false, reason, detail: `${new URL(origin).host}: ${status}` })
  })

  it('says what is broken, cut short, nowhere or no address', async () => {
    const origin = await serveWeb((request, response) => {
      if (request.url === '/broken') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')
      if (request.url === '/short')
        return void response.writeHead(200, { 'content-length': 100 }).write('short', () => response.destroy())
      response
        .writeHead(200, { 'content-encoding': 'gzip', 'content-length': 100 })
        .write(gzipSync('short').subarray(0, 15), () => response.destroy())
    })
    const babbler = createTcpServer((socket) => socket.end('what?\r\n\r\n'))
    await new Promise<void>((done) => babbler.listen(0, '127.0.0.1', done))
    afterAll(() => babbler.close())
    const port = Object.values(babbler.address() ?? {}).find((value) => typeof value === 'number')
    const said = {
      [`${origin}/broken`]: 'answer-broken',
      [`${origin}/short`]: 'answer-broken',
      [`${origin}/short-gzip`]: 'answer-broken',
      [`http://127.0.0.1:${port}`]: 'answer-broken',
      [origin.replace('http:', 'https:')]: 'tls-failed',
      'http://127.0.0.1:1/': 'unreachable',
      'http://nowhere.invalid/': 'name-unknown',
      nonsense: 'not-an-address',
      'ftp://example.org': 'not-web',
    }
    const answers = Object.keys(said).map(async (address) => [address, await textOf(address)] as const)
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(said)
  })

  it('takes webcal for https', async () => {
    const origin = await serveWeb((_, response) => void response.end('plain'))
    expect(await textOf(origin.replace('http:', 'webcal:'))).toBe('tls-failed')
  })
})
