import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor, touch, until } from '@/tests/front-door'

const SCRIPT = 'self.__next_f.push([1,"<\\u002fscript>"])'
const { db, url } = await testDatabase()
const seen: { url: string | undefined; headers: IncomingHttpHeaders }[] = []
const conference = await makeConference(db, 'open')
await makeConference(db, 'closed', 'private')
const door = await openDoor({
  db,
  url,
  env: { HALLWAY_URL: 'https://hallway.example' },
  async next(request, response) {
    seen.push({ url: request.url, headers: request.headers })
    response.setHeader('cache-control', 'private, no-store')
    response.setHeader('set-cookie', 'a=b')
    if (request.url?.endsWith('/schedule'))
      return void response.writeHead(307, { location: '/c/open/schedule/2026-03-24' }).end()
    if (request.url?.endsWith('/sessions/9-none'))
      return void response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<p>none</p>')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', link: '</font.woff2>; rel=preload' })
    response.end(
      `<html lang="${request.headers['accept-language']}"><style>p{}</style><script>${SCRIPT}</script><script ` +
        `src="/x.js"></script>${request.url}`,
    )
  },
})

const day = '/c/open/schedule/2026-03-24'

it('keeps a page that Next rendered for nobody, with hashes instead of a nonce', async () => {
  const visitor = {
    'accept-language': 'fr-CH',
    cookie: 'next-auth.session-token=secret',
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
  }
  const [first, second] = [
    await door.ask(day, { headers: visitor }),
    await door.ask(day, { headers: { 'accept-language': 'fr' } }),
  ]
  expect([first.status, first.text, second.headers.etag]).toEqual([200, second.text, first.headers.etag])
  expect(
    seen
      .splice(0)
      .map((request) => [
        request.url,
        request.headers['accept-language'],
        request.headers.host,
        request.headers.cookie,
        request.headers['content-security-policy'],
      ]),
  ).toEqual([[day, 'fr', 'hallway.example', undefined, undefined]])
  const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  expect(first.headers['content-security-policy']).toContain(
    `script-src 'self' ${sha256(SCRIPT)}; style-src 'self' ${sha256('p{}')};`,
  )
  expect(first.headers).toMatchObject({
    'cache-control': 'public, no-cache',
    vary: 'Accept-Encoding, Accept-Language, Cookie, RSC',
    link: '</font.woff2>; rel=preload',
    'strict-transport-security': 'max-age=31536000',
  })
  expect(first.headers['set-cookie']).toBeUndefined()
})

it('keeps one page a language, the cookie before the header', async () => {
  const ask = (headers: Record<string, string>) =>
    door.ask('/c/open', { headers }).then(({ text }) => /lang="(..)"/.exec(text)?.[1])
  expect([
    await ask({}),
    await ask({ 'accept-language': 'fr' }),
    await ask({ 'accept-language': 'fr', cookie: 'a=1; hallway-language=en' }),
  ]).toEqual(['en', 'fr', 'en'])
})

it('answers 304 to the page that a browser has, and HEAD without it', async () => {
  const { headers } = await door.ask(day)
  const [again, head] = [
    await door.ask(day, { headers: { 'if-none-match': headers.etag ?? '' } }),
    await door.ask(day, { method: 'HEAD' }),
  ]
  expect([again.status, again.text, head.status, head.text]).toEqual([304, '', 200, ''])
})

it('has a page rendered once a version, however many ask at once', async () => {
  const renderingsOf = (path: string) => seen.filter((request) => request.url === path).length
  seen.splice(0)
  await touch(db, conference.id)
  await until(
    () => door.ask(day),
    () => renderingsOf(day) > 0,
  )
  const answers = await Promise.all(Array.from({ length: 10 }, () => door.ask('/c/open/sessions/1-talk')))
  await door.ask(day)
  expect([
    renderingsOf(day),
    renderingsOf('/c/open/sessions/1-talk'),
    new Set(answers.map(({ headers }) => headers.etag)).size,
  ]).toEqual([1, 1, 1])
})

it('shares a page between the filters, which are applied in the browser', async () => {
  const plain = await door.ask(day)
  seen.splice(0)
  const filtered = await door.ask(`${day}?track=rust&free=`)
  expect([filtered.headers.etag, seen.length]).toEqual([plain.headers.etag, 0])
})

it('passes a redirect and an absence through, and does not keep them', async () => {
  seen.splice(0)
  const answers = [
    await door.ask('/c/open/schedule'),
    await door.ask('/c/open/schedule'),
    await door.ask('/c/open/sessions/9-none'),
  ]
  expect(answers.map(({ status, headers, text }) => [status, headers.location, text])).toEqual([
    [307, '/c/open/schedule/2026-03-24', ''],
    [307, '/c/open/schedule/2026-03-24', ''],
    [404, undefined, '<p>none</p>'],
  ])
  expect(seen.length).toBe(3)
})

it.each([
  ['a private conference', '/c/closed', {}],
  ['the requests of the router', '/c/open', { rsc: '1' }],
  ['an unknown query', '/c/open?utm_source=x', {}],
  ['a page of one viewer', '/c/open/manage', {}],
])('leaves %s to Next, with a nonce', async (_, path, headers) => {
  seen.splice(0)
  const answer = await door.ask(path, { headers: { ...headers, cookie: 'a=1' } })
  const [nonce] = /'nonce-[\w+/=]+'/.exec(answer.headers['content-security-policy']?.toString() ?? '') ?? ['none']
  expect(
    seen.map((request) => [
      request.headers.cookie,
      request.headers['content-security-policy']?.includes(`script-src 'self' ${nonce}`),
    ]),
  ).toEqual([['a=1', true]])
  expect(answer.headers['cache-control']).toBe('private, no-store')
})
