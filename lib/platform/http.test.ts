import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { fetchFile, isPublic } from './http'

const limits = { maxBytes: 1_000, timeoutMs: 5_000, allowPrivate: true }

/** A server on loopback, with its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

async function textOf(url: string, given = {}): Promise<unknown> {
  const fetched = await fetchFile(url, { ...limits, ...given })
  return fetched.ok ? Buffer.from(fetched.bytes).toString() : fetched.reason
}

describe('fetchFile', () => {
  it('fetches a file, decompressed, and says where it was', async () => {
    const origin = await serve(
      (request, response) =>
        void response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(`${request.url} for ${request.headers['user-agent']?.slice(0, 7)}`)),
    )
    expect(await fetchFile(`  ${origin}/all.ics `, limits)).toEqual({
      ok: true,
      bytes: Buffer.from('/all.ics for Hallway'),
      address: `${origin}/all.ics`,
    })
  })

  it('follows redirects, relative ones too, but not for ever', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/start') return void response.writeHead(302, { location: 'end' }).end()
      if (request.url === '/end') return void response.end('here')
      response.writeHead(301, { location: '/again' }).end()
    })
    expect([await textOf(`${origin}/start`), await textOf(`${origin}/again`)]).toEqual(['here', 'unreachable'])
  })

  it('does not go where a redirect leads out of the web', async () => {
    const origin = await serve((_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end())
    expect(await textOf(origin)).toBe('not-public')
  })

  it('refuses addresses of this machine and of private networks, before it connects', async () => {
    let connections = 0
    const origin = await serve((_, response) => void response.end(String(++connections)))
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
      'ftp://example.org',
      'gopher://example.org',
    ]
    expect(await Promise.all(addresses.map((address) => textOf(address, { allowPrivate: false })))).toEqual(
      addresses.map(() => 'not-public'),
    )
    expect(connections).toBe(0)
  })

  it('stops at the size limit, also of what it inflates to', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/bomb')
        return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000)))
      const flood = () => void (response.destroyed || response.write(Buffer.alloc(500), flood))
      flood()
    })
    expect([await textOf(`${origin}/bomb`), await textOf(origin)]).toEqual(['too-large', 'too-large'])
  })

  it('gives up on whoever does not answer, or does not end', async () => {
    const origin = await serve(
      (request, response) => void (request.url === '/half' && response.writeHead(200).write('half')),
    )
    expect(
      await Promise.all([textOf(origin, { timeoutMs: 100 }), textOf(`${origin}/half`, { timeoutMs: 100 })]),
    ).toEqual(['too-slow', 'too-slow'])
  })

  it('says what is not there, broken, cut short or no address', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/gone') return void response.writeHead(404).end()
      if (request.url === '/broken') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')
      if (request.url === '/short')
        return void response.writeHead(200, { 'content-length': 100 }).write('short', () => response.destroy())
      if (request.url === '/short-gzip')
        return void response
          .writeHead(200, { 'content-encoding': 'gzip', 'content-length': 100 })
          .write(gzipSync('short').subarray(0, 15), () => response.destroy())
      response.writeHead(500).end()
    })
    const addresses = [
      `${origin}/gone`,
      `${origin}/broken`,
      `${origin}/short`,
      `${origin}/short-gzip`,
      origin,
      'http://127.0.0.1:1/',
      'http://nowhere.invalid/',
      'nonsense',
    ]
    expect(await Promise.all(addresses.map((address) => textOf(address)))).toEqual([
      'not-found',
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
    ])
  })

  it('takes webcal for https', async () => {
    const origin = await serve((_, response) => void response.end('plain'))
    expect(await textOf(origin.replace('http:', 'webcal:'))).toBe('unreachable')
  })
})

describe('isPublic', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['127.0.0.1', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['224.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['fe80::1', false],
    ['example.org', false],
  ])('%s: %s', (address, yes) => {
    expect(isPublic(address)).toBe(yes)
  })
})
