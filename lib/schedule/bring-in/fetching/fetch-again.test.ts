import { beforeEach, expect, it } from 'vitest'
import { serveWeb } from '@/tests/web-server'
import { fetchAgain } from './fetch-again'
import { fetchSource } from './fetch-source'

const access = { allow: ['127.0.0.1'] }
const asked: string[] = []
let pages: Record<string, { body: string; tag?: string; status?: number; location?: string }> = {}
const origin = await serveWeb((request, response) => {
  const { url = '', headers } = request
  const page = pages[url]
  const [tag, since] = [headers['if-none-match'], headers['if-modified-since']]
  asked.push([url, tag, since].filter(Boolean).join(' '))
  if (!page) return void response.writeHead(404).end()
  if (page.location) return void response.writeHead(302, { location: page.location }).end()
  if (page.tag && tag === page.tag) return void response.writeHead(304).end()
  response.writeHead(page.status ?? 200, page.tag ? { etag: page.tag } : {}).end(page.body)
})
beforeEach(() => void (asked.length = 0))

async function known(address: string) {
  const source = await fetchSource(address, access)
  if (!source.ok) throw new Error(source.reason)
  asked.length = 0
  return source
}

it('asks by the tag that the file had where it was in the end, and nobody else by it', async () => {
  pages = {
    '/start': { body: '', location: '/end' },
    '/end': { body: 'here', tag: '"1"' },
    '/other': { body: 'there', tag: '"1"' },
  }
  const { address, fetched } = await known(`${origin}/start`)
  expect(await fetchAgain(address, fetched, access)).toBe('unchanged')
  expect(asked).toEqual(['/start', '/end "1"'])
  pages['/start'] = { body: '', location: '/other' }
  expect(await fetchAgain(address, fetched, access)).toMatchObject({
    ok: true,
    files: [{ bytes: Buffer.from('there') }],
  })
})

it('fetches what changed once', async () => {
  pages = { '/a.ics': { body: 'old', tag: '"1"' } }
  const { address, fetched } = await known(`${origin}/a.ics`)
  pages = { '/a.ics': { body: 'new', tag: '"2"' } }
  expect(await fetchAgain(address, fetched, access)).toMatchObject({
    ok: true,
    files: [{ bytes: Buffer.from('new') }],
    fetched: [{ url: `${origin}/a.ics`, etag: '"2"', lastModified: null }],
  })
  expect(asked).toEqual(['/a.ics "1"'])
})

it('knows a file by its date where it has no tag', async () => {
  const when = 'Wed, 25 Mar 2026 00:02:00 GMT'
  const dated = await serveWeb((request, response) => {
    if (request.headers['if-modified-since'] === when) return void response.writeHead(304).end()
    response.writeHead(200, { 'last-modified': when }).end('here')
  })
  const source = await fetchSource(dated, access)
  expect(source.ok && (await fetchAgain(source.address, source.fetched, access))).toBe('unchanged')
})

it('says what a site answered, and when it wants to be asked again', async () => {
  const busy = await serveWeb((_, response) => void response.writeHead(503, { 'retry-after': '60' }).end())
  expect(await fetchAgain(busy, [], access)).toEqual({
    ok: false,
    reason: 'server-failed',
    detail: `${new URL(busy).host}: 503`,
    retryAfter: '60',
  })
})

it('does not take an answer for unchanged that nobody asked for', async () => {
  const odd = await serveWeb((_, response) => void response.writeHead(304).end())
  expect(await fetchAgain(odd, [], access)).toMatchObject({ ok: false, reason: 'unexpected-answer' })
})
