import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { serveWeb } from '@/tests/web-server'
import { post } from './post'

const asked: { method: string | undefined; body: string }[] = []
const base = await serveWeb(async (request, response) => {
  asked.push({ method: request.method, body: await text(request) })
  response.writeHead(request.url === '/away' ? 307 : 201, { location: '/elsewhere' }).end('not read')
})
const send = (url: string, allowLoopback?: boolean) =>
  post(url, { headers: {}, body: Buffer.from('hello'), timeoutMs: 5_000, allowLoopback })

it('posts, follows nobody, and tells the status', async () => {
  expect([await send(`${base}/`, true), await send(`${base}/away`, true)]).toEqual([201, 307])
  expect(asked).toEqual([
    { method: 'POST', body: 'hello' },
    { method: 'POST', body: 'hello' },
  ])
})

it.each([
  base,
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://10.0.0.1/',
  'https://169.254.169.254/',
  'https://localhost/',
  'ftp://example.org/',
  'nonsense',
])('asks nobody at %s', async (url) => {
  const before = asked.length
  expect([await send(url), asked.length]).toEqual([null, before])
})
