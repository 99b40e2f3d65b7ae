import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { connect } from '@/lib/platform/db'
import { refusalOfPassing } from '@/lib/platform/faults/passing-fault'
import { testDatabase } from '@/tests/db'
import { openDoor, until } from '@/tests/front-door'
import { MOST_BODY_BYTES } from './doors/body-limit'

const { db, url } = await testDatabase()
const root = await mkdtemp(join(tmpdir(), 'hallway-door-'))
await mkdir(join(root, 'dist'))
await Promise.all(
  Object.entries({ 'a.js': 'plain '.repeat(20), 'a.js.br': 'brotli', 'a.js.gz': 'gzip', 'sw.js': 'worker' }).map(
    ([name, text]) => writeFile(join(root, name), text),
  ),
)
const file = { type: 'text/javascript; charset=utf-8', immutable: false }
await writeFile(
  join(root, 'dist/static-manifest.json'),
  JSON.stringify({
    '/_next/static/a.js': { ...file, file: 'a.js', br: 'a.js.br', gz: 'a.js.gz', immutable: true },
    '/sw.js': { ...file, file: 'sw.js' },
    '/b c.js': { ...file, file: 'sw.js' },
  }),
)

let heard: IncomingHttpHeaders = {}
const door = await openDoor({
  db,
  url,
  root,
  env: { HALLWAY_URL: 'https://hallway.example', TRUST_PROXY: '1' },
  feed: async ({ token }) =>
    token === 'good'
      ? {
          key: token,
          known: null,
          render: async () => ({ body: 'BEGIN:VCALENDAR', version: 1, lastModified: new Date(0) }),
        }
      : null,
  async next(request, response) {
    heard = request.headers
    let length = 0
    for await (const chunk of request) length += Buffer.from(chunk).length
    response.end(String(length))
  },
})

describe('every answer', () => {
  it.each(['/api/health', '/_next/static/a.js', '/c/none/schedule.ics', '/anything'])(
    'carries the headers that keep a browser safe: %s',
    async (path) => {
      const { headers } = await door.ask(path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        'content-security-policy': expect.stringMatching(/default-src '(none|self)'.*frame-ancestors 'none'/),
      })
      expect(headers['content-security-policy']).not.toContain('unsafe')
    },
  )

  it('tells Next who asks as far as proxies are believed, and nothing that a visitor made up', async () => {
    const forged = {
      'x-forwarded-for': '6.6.6.6, 192.0.2.7',
      'x-hallway-address': '6.6.6.6',
      'x-request-id': 'mine',
      'x-forwarded-host': 'evil.example',
      origin: 'https://evil.example',
      host: 'hallway.example',
    }
    const { headers } = await door.ask('/anything', { headers: forged })
    expect(heard).toMatchObject({
      'x-hallway-address': '192.0.2.7',
      'x-request-id': headers['x-request-id'],
      'x-forwarded-host': 'hallway.example',
      'x-forwarded-proto': 'https',
    })
  })
})

it('is called as the proxy in front calls it, where one is believed', async () => {
  const named = async (id: string) =>
    (await door.ask('/anything', { headers: { 'x-request-id': id } })).headers['x-request-id']
  const id = '0123456789abcdef.of-a-proxy'
  const made = expect.stringMatching(/^[0-9a-f-]{36}$/)
  expect([await named(id), heard['x-request-id'], await named('short'), await named(`${id} x`)]).toEqual([
    id,
    id,
    made,
    made,
  ])
})

it('has one line in the log under its id, which says no more of probes than was asked for', async () => {
  const lines: { level: number; requestId: string; path: string; status: number }[] = []
  const requestLog = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) })
  const next = async (_: unknown, response: ServerResponse) => void setImmediate(() => response.end('later'))
  const logged = await openDoor({ db, url, requestLog, next })
  const paths = ['/api/health', '/api/ready', '/anything', '/c/none/schedule.ics']
  const answers = []
  for (const path of paths) {
    answers.push(await logged.ask(path))
    await until(
      async () => lines.length,
      (count) => count === answers.length,
    )
  }
  expect(lines.map(({ level, requestId, path, status }) => [path, level, requestId, status])).toEqual(
    answers.map(({ headers, status }, index) => [
      paths[index],
      index < 2 && status === 200 ? 20 : 30,
      headers['x-request-id'],
      status,
    ]),
  )
})

describe('a write', () => {
  const ours = { origin: 'https://hallway.example', host: 'inner:3000' }
  it.each([
    ['of our own page', '/sign-in', ours, 200],
    [
      'of a page at the host that was asked',
      '/sign-in',
      { origin: 'http://localhost:3000', host: 'localhost:3000' },
      200,
    ],
    ['that the browser says is ours', '/sign-in', { 'sec-fetch-site': 'same-origin' }, 200],
    ['of another site', '/sign-in', { origin: 'https://evil.example', host: 'hallway.example' }, 403],
    ['of a site that hides', '/api/v1/picks', { origin: 'null' }, 403],
    ['of another site that keeps quiet', '/api/v1/picks', { 'sec-fetch-site': 'cross-site' }, 403],
    ['of a machine', '/api/v1/picks', {}, 200],
    ['of a machine with a cookie', '/api/v1/picks', { cookie: 'a=1' }, 403],
    ['of a machine to a form', '/sign-in', {}, 403],
  ])('%s is answered rightly', async (_, path, headers, status) => {
    expect((await door.ask(path, { method: 'POST', headers })).status).toBe(status)
  })

  it('behind a proxy has a host that Next can compare with its origin', async () => {
    await door.ask('/sign-in', { method: 'POST', headers: ours })
    expect(heard['x-forwarded-host']).toBe('hallway.example')
  })

  it('is refused when its length is said to be too long', async () => {
    const { status, text } = await door.ask('/new', {
      method: 'POST',
      headers: ours,
      body: Buffer.alloc(MOST_BODY_BYTES + 1),
    })
    expect([status, text]).toEqual([413, '{"code":"TOO_LARGE"}'])
  })

  it('is refused when it does not say how long it is', async () => {
    const { status, text } = await door.ask('/new', {
      method: 'POST',
      headers: { ...ours, 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(3_000_000),
    })
    expect([status, text]).toEqual([411, '{"code":"INVALID"}'])
  })

  it('passes whole when it is long but not too long', async () => {
    const { text } = await door.ask('/new', { method: 'POST', headers: ours, body: Buffer.alloc(2_000_000) })
    expect(text).toBe('2000000')
  })
})

describe('static files', () => {
  it('come as the build compressed them, for good', async () => {
    const [br, plain] = [
      await door.ask('/_next/static/a.js', { headers: { 'accept-encoding': 'gzip, deflate, br' } }),
      await door.ask('/_next/static/a.js'),
    ]
    expect([br.text, br.headers['content-encoding'], br.headers['cache-control'], plain.text]).toEqual([
      'brotli',
      'br',
      'public, max-age=31536000, immutable',
      'plain '.repeat(20),
    ])
    expect(
      (await door.ask('/_next/static/a.js', { headers: { 'if-none-match': plain.headers.etag ?? '' } })).status,
    ).toBe(304)
  })

  it('let no browser keep a worker, and are found by their encoded names', async () => {
    const [worker, spaced] = [await door.ask('/sw.js'), await door.ask('/b%20c.js')]
    expect([worker.headers['cache-control'], spaced.headers['cache-control'], spaced.text]).toEqual([
      'no-cache',
      'public, max-age=3600',
      'worker',
    ])
    expect(worker.headers['content-security-policy']).toContain("connect-src 'self'")
  })
})

it('shows a personal feed under its secret, and the same nothing under any other', async () => {
  const [good, bad, odd] = [
    await door.ask('/feeds/good.ics'),
    await door.ask('/feeds/bad.ics'),
    await door.ask('/feeds/good'),
  ]
  expect([
    good.text,
    good.headers['cache-control'],
    good.headers['referrer-policy'],
    good.headers['last-modified'],
  ]).toEqual(['BEGIN:VCALENDAR', 'private, no-cache', 'no-referrer', 'Thu, 01 Jan 1970 00:00:00 GMT'])
  expect([bad.status, bad.text, bad.text === odd.text]).toEqual([404, '{"code":"NOT_FOUND"}', true])
})

it('says that all is well', async () => {
  const { status, text } = await door.ask('/api/health')
  expect([status, JSON.parse(text)]).toEqual([
    200,
    {
      status: 'ok',
      process: { uptimeS: expect.any(Number) },
      database: { latencyMs: expect.any(Number) },
      disk: expect.stringMatching(/^(ok|low)$/),
      photos: 'ok',
      schema: expect.stringMatching(/^\d{14}_/),
    },
  ])
})

describe('whether requests should be sent here', () => {
  const asked = async (at: { ask: typeof door.ask } = door) => {
    const { status, text } = await at.ask('/api/ready')
    return [status, JSON.parse(text)]
  }

  it('is said once the database tells what moves, and until we are told to end', async () => {
    expect(await until(asked, ([status]) => status === 200)).toEqual([200, { status: 'ready', lacks: [] }])
    const other = await openDoor({ db, url })
    await until(
      () => asked(other),
      ([status]) => status === 200,
    )
    other.drain()
    expect(await asked(other)).toEqual([503, { status: 'not-ready', lacks: ['draining'] }])
    expect((await other.ask('/api/health')).status).toBe(200)
  })

  it('waits for the migrations of this version, and for no others', async () => {
    const name = `('x', 'x', '99990101000000_later', now())`
    await db.$executeRawUnsafe(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ${name}`,
    )
    expect(await until(asked, ([status]) => status === 200)).toEqual([200, { status: 'ready', lacks: [] }])
    await db.$executeRaw`
      UPDATE _prisma_migrations SET finished_at = NULL
      WHERE migration_name = (SELECT min(migration_name) FROM _prisma_migrations)`
    expect(await asked()).toEqual([503, { status: 'not-ready', lacks: ['migrations'] }])
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`
  })

  it('is not while nothing can be written, which health says, too, and is again by itself', async () => {
    const only = (what: 'on' | 'off') =>
      db.$executeRawUnsafe(
        `ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET default_transaction_read_only = ${what}`,
      )
    await only('on')
    const standby = connect(url, 2)
    const at = await openDoor({ db: standby, url })
    const thrown = await standby.setting.deleteMany().catch((error: unknown) => error)
    expect(refusalOfPassing(thrown)?.detail).toBe('database-25006')
    const isSaid = await until(
      () => asked(at),
      ([, { lacks }]) => lacks.length === 1,
    )
    expect([isSaid, JSON.parse((await at.ask('/api/health')).text).status]).toEqual([
      [503, { status: 'not-ready', lacks: ['writing'] }],
      'read-only',
    ])
    await only('off')
    await standby.$disconnect()
    expect(await until(asked, ([status]) => status === 200)).toEqual([200, { status: 'ready', lacks: [] }])
  })

  it('is not while notifications are lost, and is again when the connection stands', async () => {
    await db.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'hallway-live' AND datname = current_database()`
    expect(await until(asked, ([status]) => status === 503)).toEqual([
      503,
      { status: 'not-ready', lacks: ['notifications'] },
    ])
    expect(await until(asked, ([status]) => status === 200)).toEqual([200, { status: 'ready', lacks: [] }])
  })
})

it('refuses an address that is no path', async () => {
  expect((await door.ask('http://evil.example/')).status).toBe(400)
})
