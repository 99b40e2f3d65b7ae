import pg from 'pg'
import { expect, it } from 'vitest'
import { notePassing } from '@/lib/platform/faults/passed-pages'
import { testDatabase } from '@/tests/db'
import { openDoor } from '@/tests/front-door'
import type { NextHandler } from '../documents/inner-next'

const { db, url } = await testDatabase()

/** As Next answers: the page that a device keeps, what is well, and what it breaks over, in pieces. */
const next: NextHandler = async (request, response) => {
  const path = request.url ?? ''
  response.setHeader('x-of', 'next')
  if (path === '/offline') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return void response.end(`<html lang="${request.headers['accept-language']}">on this device</html>`)
  }
  if (path.includes('passing')) notePassing(String(request.headers['x-request-id']))
  if (path.includes('head')) response.writeHead(500, { 'x-more': 'too' })
  else if (!path.includes('well')) response.statusCode = 500
  response.flushHeaders()
  response.write('one, ')
  response.write('two', 'utf8', () => response.end())
}
const door = await openDoor({ db, url, next })
const html = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'fr-CA,fr;q=0.9' }

it('lets what is well, and what broke for good, out as it is', async () => {
  const answers = await Promise.all(['/well', '/bug', '/head'].map((path) => door.ask(path, { headers: html })))
  expect(answers.map(({ status, text, headers }) => [status, text, headers['x-of'], headers['x-more']])).toEqual([
    [200, 'one, two', 'next', undefined],
    [500, 'one, two', 'next', undefined],
    [500, 'one, two', 'next', 'too'],
  ])
})

it.each(['/passing', '/passing-head'])(
  'says of %s that it passes: in a browser by its device’s own page',
  async (path) => {
    const { status, text, headers } = await door.ask(path, { headers: html })
    expect([status, text]).toEqual([503, '<html lang="fr">on this device</html>'])
    expect(headers).toMatchObject({
      'retry-after': '30',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-request-id': expect.any(String),
    })
    expect([headers['x-of'], headers['x-more']]).toEqual([undefined, undefined])
  },
)

it.each([
  ['a machine', 'GET', '/passing', { accept: '*/*' }],
  ['the router', 'GET', '/passing', { ...html, rsc: '1' }],
  ['a form', 'POST', '/passing', { ...html, origin: 'http://localhost:0', 'content-length': '0' }],
  ['whoever wants data', 'GET', '/api/auth/passing', html],
  ['whoever wants a file', 'GET', '/passing.xml', html],
])('says so to %s in a word', async (_, method, path, headers) => {
  const answer = await door.ask(path, { method, headers })
  expect([answer.status, answer.text, answer.headers['retry-after'], answer.headers['x-of']]).toEqual([
    503,
    '{"code":"UNAVAILABLE"}',
    '30',
    undefined,
  ])
})

it('asks the database where nothing was said', async () => {
  const gone = await testDatabase()
  const other = await openDoor({ db: gone.db, url: gone.url, next })
  expect((await other.ask('/bug', { headers: html })).status).toBe(500)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const name = new URL(gone.url).pathname.slice(1)
  await client.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS false`)
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await client.end()
  expect((await other.ask('/bug', { headers: html })).status).toBe(503)
})
