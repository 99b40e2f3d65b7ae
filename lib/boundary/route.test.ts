import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError, type RefusalCode } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { MOST_JSON_BYTES } from './body'
import { route } from './route'
import { statusOf } from './status'

const { url } = await testDatabase()

beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: 'a secret of thirty-two characters' })
})

const noParams = { params: Promise.resolve({}) }
const address = 'http://localhost:3000/api/v1/things?day=2&token=hidden'

function post(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  return new Request(address, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
}

async function heard(response: Response) {
  const text = await response.text()
  return {
    status: response.status,
    body: text === '' ? null : (JSON.parse(text) as unknown),
    kept: response.headers.get('cache-control'),
  }
}

const echo = route({
  input: z.object({ title: z.string().min(1, 'title') }),
  run: ({ input, viewer }) => ({ got: input.title, viewer }),
})

describe('route', () => {
  it('parses, finds who asks, runs, and answers JSON that nobody keeps', async () => {
    expect(await heard(await echo(post('{"title":"Opening","more":1}'), noParams))).toEqual({
      status: 200,
      body: { got: 'Opening', viewer: { kind: 'guest' } },
      kept: 'private, no-store, no-transform',
    })
  })

  it('lets what is large be made smaller on its way', async () => {
    const large = route({ run: () => 'x'.repeat(8_000) })
    expect((await heard(await large(new Request(address), noParams))).kept).toBe('private, no-store')
  })

  it('names the fields that are wrong', async () => {
    expect(await heard(await echo(post('{"title":""}'), noParams))).toEqual({
      status: 400,
      body: { error: 'INVALID', issues: [{ path: 'title', message: 'title' }] },
      kept: 'private, no-store, no-transform',
    })
  })

  it.each([
    ['no JSON', '{"title":'],
    ['broken text', new Uint8Array([0x22, 0xff, 0x22])],
    ['nothing', null],
  ])('refuses a body that is %s', async (_, body) => {
    expect(await heard(await echo(post(body), noParams))).toMatchObject({ status: 400, body: { error: 'INVALID' } })
  })

  it('says of a body that is too large that it is', async () => {
    expect(
      await heard(await echo(post(JSON.stringify({ title: 'x'.repeat(MOST_JSON_BYTES) })), noParams)),
    ).toMatchObject({ status: 413, body: { error: 'TOO_LARGE' } })
  })

  it('refuses what a plain form of any site could send', async () => {
    expect(await heard(await echo(post('{"title":"x"}', { 'content-type': 'text/plain' }), noParams))).toMatchObject({
      status: 400,
    })
    expect(
      await heard(
        await echo(post('{"title":"x"}', { origin: 'https://evil.example', host: 'localhost:3000' }), noParams),
      ),
    ).toMatchObject({ status: 403, body: { error: 'FORBIDDEN' } })
  })

  it.each<[RefusalCode, number]>([
    ['UNAUTHENTICATED', 401],
    ['ACCOUNT_GONE', 401],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['CONFLICT', 409],
    ['INVALID', 400],
    ['RATE_LIMITED', 429],
    ['UNAVAILABLE', 503],
  ])('answers %s as %i and keeps its detail to itself', async (code, status) => {
    const refuse = route({
      run: () => {
        throw new AppError(code, 'detail')
      },
    })
    expect(await heard(await refuse(new Request(address), noParams))).toEqual({
      status,
      body: { error: code },
      kept: 'private, no-store, no-transform',
    })
    expect(statusOf(code)).toBe(status)
  })

  it('answers a bug without saying what it was, under the request’s id', async () => {
    const broken = route({
      run: () => {
        throw new TypeError('secret of the house')
      },
    })
    const response = await broken(new Request(address, { headers: { 'x-request-id': 'r-7' } }), noParams)
    expect(await heard(response)).toEqual({
      status: 500,
      body: { error: 'INTERNAL', requestId: 'r-7' },
      kept: 'private, no-store, no-transform',
    })
  })

  it('refuses for now what a full disk or a database that is away kept from being done', async () => {
    const full = Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
    const answers = [full, new Error('Connection terminated unexpectedly')].map((fault) =>
      route({ run: () => Promise.reject(fault) })(new Request(address), noParams).then(heard),
    )
    expect(await Promise.all(answers)).toEqual(
      [1, 2].map(() => ({ status: 503, body: { error: 'UNAVAILABLE' }, kept: 'private, no-store, no-transform' })),
    )
  })

  it('reads the query of a read', async () => {
    const read = route({ input: z.object({ day: z.coerce.number() }), run: ({ input }) => input })
    expect(await heard(await read(new Request(address), noParams))).toMatchObject({ status: 200, body: { day: 2 } })
  })

  it('knows no address whose parts are not what they should be', async () => {
    const read = route({ params: z.object({ id: z.uuid() }), run: ({ params }) => params })
    expect(await heard(await read(new Request(address), { params: Promise.resolve({ id: '7' }) }))).toMatchObject({
      status: 404,
      body: { error: 'NOT_FOUND' },
    })
    const id = '0b0e3f4e-7c0a-4a55-9f55-0a3b9a4f6d11'
    expect(await heard(await read(new Request(address), { params: Promise.resolve({ id }) }))).toMatchObject({
      status: 200,
      body: { id },
    })
  })

  it('answers nothing with 204, and a Response as it is', async () => {
    expect((await route({ run: () => undefined })(new Request(address), noParams)).status).toBe(204)
    expect(
      (await route({ run: () => new Response('tea', { status: 418 }) })(new Request(address), noParams)).status,
    ).toBe(418)
  })
})
