import { expect, it } from 'vitest'
import { serveFile } from './serve-file'

const request = new Request('https://hallway.example/_next/static/chunk.js')
const full = () => Promise.reject(new DOMException('No room', 'QuotaExceededError'))
const nothing = () => Promise.resolve(undefined)
const said = async (answer: Promise<Response>) => (await answer).text()
const load = () => Promise.resolve(new Response('from the server'))

it('is what is kept here, then an earlier build’s, then the server’s, which is kept', async () => {
  const kept: string[] = []
  const put = async (_request: RequestInfo | URL, answer: Response) => void kept.push(await answer.text())
  expect(
    await said(serveFile(request, { own: { match: async () => new Response('own'), put }, earlier: nothing, load })),
  ).toBe('own')
  expect(
    await said(
      serveFile(request, { own: { match: nothing, put }, earlier: async () => new Response('earlier'), load }),
    ),
  ).toBe('earlier')
  expect([await said(serveFile(request, { own: { match: nothing, put }, earlier: nothing, load })), kept]).toEqual([
    'from the server',
    ['from the server'],
  ])
})

it('is fetched anew where what is kept is the page of a network that is none of ours', async () => {
  const kept: string[] = []
  const own = {
    match: async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    put: async (_request: RequestInfo | URL, answer: Response) => void kept.push(await answer.text()),
  }
  expect([await said(serveFile(request, { own, earlier: nothing, load })), kept]).toEqual([
    'from the server',
    ['from the server'],
  ])
})

it('is shown where there is no room to keep it', async () => {
  expect(await said(serveFile(request, { own: { match: nothing, put: full }, earlier: nothing, load }))).toBe(
    'from the server',
  )
})

it.each([
  ['a failure', new Response('', { status: 404 })],
  ['a page: a hall’s sign-in', new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })],
])('is not kept when it is %s', async (_, answer) => {
  const kept: Response[] = []
  const put = async (_request: RequestInfo | URL, put: Response) => void kept.push(put)
  const served = serveFile(request, { own: { match: nothing, put }, earlier: nothing, load: async () => answer })
  expect([await served, kept]).toEqual([answer, []])
})
