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

it('is shown where there is no room to keep it', async () => {
  expect(await said(serveFile(request, { own: { match: nothing, put: full }, earlier: nothing, load }))).toBe(
    'from the server',
  )
})

it('is not kept when it is a failure', async () => {
  const answer = serveFile(request, {
    own: { match: nothing, put: () => Promise.reject(new Error('kept')) },
    earlier: nothing,
    load: () => Promise.resolve(new Response('', { status: 404 })),
  })
  expect((await answer).status).toBe(404)
})
