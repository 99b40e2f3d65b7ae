import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { encode } from 'next-auth/jwt'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import { hashToken } from '@/lib/platform/ids'
import { log } from '@/lib/platform/log'
import { testDatabase } from '@/tests/db'
import { authOptions, configuredProviders } from './auth'
import { makeSignInCode, signOutEverywhere } from './mutations'
import { readClaims, SESSION_IDLE_S, SESSION_LIFE_S, signedInAtOf, signInOf } from '../session-token'
import { endSignIn, listSignIns, purgeSignIns } from './sign-ins'
import { viewerOfCookies } from './viewer-of-cookies'

const { db, url } = await testDatabase()
const secret = 'a secret of thirty-two characters'
const environment = { DATABASE_URL: url, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: 'http://localhost:3000' }
const guest = { kind: 'guest' }
const device = 'd'.repeat(32)
const deviceHash = hashToken(device)
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0'

// next-auth as a Node server runs it: the same options and core as behind Next's route.
const server = createServer((request, response) => {
  const address = new URL(request.url ?? '/', 'http://localhost')
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const cookies = Object.fromEntries(
      (request.headers.cookie ?? '')
        .split('; ')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]),
    )
    const answer = Object.assign(response, {
      status: (status: number) => Object.assign(response, { statusCode: status }),
      json: (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
      send: (body: unknown) => response.end(typeof body === 'object' ? JSON.stringify(body) : body),
    })
    const body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    const query = { ...Object.fromEntries(address.searchParams), nextauth: address.pathname.split('/').slice(3) }
    // A hand-made twin of what Next hands to pages: the fields that next-auth reads.
    void NextAuth(
      Object.assign(request, { query, cookies, body }) as unknown as NextApiRequest,
      answer as unknown as NextApiResponse,
      authOptions(db, readEnvironment(), () => new Date(), {
        cookie: request.headers.cookie ?? null,
        userAgent: request.headers['user-agent'] ?? null,
      }),
    )
  })
})
let base = ''

beforeAll(async () => {
  Object.assign(process.env, environment)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth`
})
afterAll(() => server.close())

const cookiesOf = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

async function post(
  action: string,
  fields: Record<string, string>,
  { forged = false, cookies = [] as string[], as = device } = {},
): Promise<Response> {
  const csrf = await fetch(`${base}/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const body = new URLSearchParams({ ...fields, csrfToken: forged ? 'forged' : csrfToken, json: 'true' })
  return fetch(`${base}/${action}`, {
    method: 'POST',
    body,
    headers: { 'user-agent': FIREFOX, cookie: [...cookiesOf(csrf), `hallway-device=${as}`, ...cookies].join('; ') },
    redirect: 'manual',
  })
}

async function errorOf(response: Response): Promise<string | null> {
  const { url: address } = (await response.json()) as { url: string }
  return new URL(address, 'http://localhost').searchParams.get('error')
}

const sessionCookies = (response: Response) =>
  cookiesOf(response).filter((cookie) => cookie.startsWith('next-auth.session-token='))

describe('signing in with a code', () => {
  it('gives a cookie that says who it is, and nothing more', async () => {
    const email = 'ada@example.org'
    const { code } = await makeSignInCode(db, { email, deviceHash }, secret, new Date())
    const response = await post('callback/code', {
      email: ' Ada@Example.org',
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    })
    expect(response.status).toBe(200)
    const attributes = response.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('next-auth.session-token='))
      ?.split('; ')
      .slice(1)
    expect(attributes?.filter((attribute) => !attribute.startsWith('Expires='))).toEqual([
      'Path=/',
      'HttpOnly',
      'SameSite=Lax',
    ])
    const user = await db.user.findUniqueOrThrow({ where: { email } })
    expect(await viewerOfCookies(db, `other=1; ${sessionCookies(response).join('; ')}`)).toEqual({
      kind: 'user',
      id: user.id,
      email,
      name: null,
      language: null,
    })
  })

  it('names the reason of a refusal and gives no cookie', async () => {
    const { code } = await makeSignInCode(db, { email: 'grace@example.org', deviceHash }, secret, new Date())
    const wrong = await post('callback/code', {
      email: 'grace@example.org',
      code: code === '000000' ? '000001' : '000000',
    })
    expect([wrong.status, sessionCookies(wrong), await errorOf(wrong)]).toEqual([401, [], 'wrong-code'])
    const unknown = await post('callback/code', { email: 'unknown@example.org', code })
    expect([unknown.status, await errorOf(unknown)]).toEqual([401, 'code-expired'])
    const broken = await post('callback/code', { email: 'no address', code: '12' })
    expect([broken.status, await errorOf(broken)]).toEqual([401, 'wrong-code'])
  })

  it('refuses the twenty-first try of a browser for an address within an hour, and no other browser’s', async () => {
    const outcomes: (string | null)[] = []
    for (let n = 0; n < 21; n++)
      outcomes.push(
        await errorOf(
          await post('callback/code', { email: 'tried@example.org', code: '123456' }, { as: 's'.repeat(32) }),
        ),
      )
    expect(outcomes).toEqual([...Array.from({ length: 20 }, () => 'code-expired'), 'RATE_LIMITED'])
    const { code } = await makeSignInCode(db, { email: 'tried@example.org', deviceHash }, secret, new Date())
    expect((await post('callback/code', { email: 'tried@example.org', code })).status).toBe(200)
  })

  it('refuses a form of another site', async () => {
    const { code } = await makeSignInCode(db, { email: 'forged@example.org', deviceHash }, secret, new Date())
    const response = await post('callback/code', { email: 'forged@example.org', code }, { forged: true })
    expect(sessionCookies(response)).toEqual([])
    expect(await db.user.count({ where: { email: 'forged@example.org' } })).toBe(0)
  })
})

describe('signing in with a link', () => {
  it('works by its button, once', async () => {
    const { token } = await makeSignInCode(db, { email: 'link@example.org', deviceHash }, secret, new Date())
    const first = await post('callback/link', { token })
    expect(await viewerOfCookies(db, sessionCookies(first).join('; '))).toMatchObject({
      kind: 'user',
      email: 'link@example.org',
    })
    expect(await errorOf(await post('callback/link', { token }))).toBe('link-expired')
  })

  it('does nothing when a scanner opens the address', async () => {
    const { token } = await makeSignInCode(db, { email: 'scanned@example.org', deviceHash }, secret, new Date())
    await fetch(`${base}/callback/link?token=${token}`, { redirect: 'manual' })
    expect(await db.signInCode.findFirstOrThrow({ where: { email: 'scanned@example.org' } })).toMatchObject({
      usedAt: null,
    })
  })
})

async function signedIn(email: string): Promise<{ id: string; cookie: string }> {
  const { token } = await makeSignInCode(db, { email, deviceHash }, secret, new Date())
  const cookie = sessionCookies(await post('callback/link', { token })).join('; ')
  return { id: (await db.user.findUniqueOrThrow({ where: { email } })).id, cookie }
}

describe('a signed-in device', () => {
  it('is a guest after signing out everywhere, even when next-auth renews the token', async () => {
    const { id, cookie } = await signedIn('lost@example.org')
    await signOutEverywhere(db, id, new Date(Date.now() + 5))
    expect(await viewerOfCookies(db, cookie)).toEqual(guest)
    const renewed = await fetch(`${base}/session`, { headers: { cookie } })
    expect(sessionCookies(renewed)).toHaveLength(1)
    expect(await viewerOfCookies(db, sessionCookies(renewed).join('; '))).toEqual(guest)
  })

  it('is a guest from when its person left without a network, whatever cookie is still there', async () => {
    const { id, cookie } = await signedIn('left@example.org')
    expect(await viewerOfCookies(db, `hallway-leaving=1; ${cookie}`)).toEqual(guest)
    expect(await viewerOfCookies(db, `hallway-leaving=0; ${cookie}`)).toMatchObject({ id })
    expect((await post('signout', {}, { cookies: ['hallway-leaving=1', cookie] })).status).toBe(200)
    expect(await viewerOfCookies(db, cookie)).toEqual(guest)
  })

  it('loses its cookie by signing out, and the cookie its worth: for whoever copied it, too', async () => {
    const { id, cookie } = await signedIn('leaving@example.org')
    expect(await viewerOfCookies(db, cookie)).toMatchObject({ id })
    const response = await post('signout', {}, { cookies: [cookie] })
    expect(sessionCookies(response)).toEqual(['next-auth.session-token='])
    expect(await viewerOfCookies(db, cookie)).toEqual(guest)
    const another = connect(url, 1)
    expect(await viewerOfCookies(another, cookie)).toEqual(guest)
    await another.$disconnect()
  })

  it('is listed by what it is, ends from another, and with it its alerts', async () => {
    const [{ id, cookie }, there] = [await signedIn('two@example.org'), await signedIn('two@example.org')]
    const mine = await signInOf(cookie)
    expect((await listSignIns(db, id, new Date())).map((one) => [one.id === mine, one.device])).toEqual(
      expect.arrayContaining([
        [true, 'Firefox, Windows'],
        [false, 'Firefox, Windows'],
      ]),
    )
    await db.pushSubscription.create({
      data: {
        userId: id,
        signInId: await signInOf(there.cookie),
        endpoint: 'https://push.example.org/there',
        keys: {},
      },
    })
    await endSignIn(db, id, (await signInOf(there.cookie)) ?? '', new Date())
    expect([
      await viewerOfCookies(db, there.cookie),
      await db.pushSubscription.count({ where: { userId: id } }),
    ]).toEqual([guest, 0])
    expect(await viewerOfCookies(db, cookie)).toMatchObject({ id })
    const stranger = await signedIn('stranger@example.org')
    await endSignIn(db, stranger.id, mine ?? '', new Date())
    expect(await viewerOfCookies(db, cookie)).toMatchObject({ id })
    expect((await listSignIns(db, id, new Date())).map((one) => one.id)).toEqual([mine])
  })

  it('that signs in again, as whoever, ends what its cookie was before', async () => {
    const first = await signedIn('before@example.org')
    const { token } = await makeSignInCode(db, { email: 'after@example.org', deviceHash }, secret, new Date())
    await post('callback/link', { token }, { cookies: [first.cookie] })
    expect(await viewerOfCookies(db, first.cookie)).toEqual(guest)
  })

  it('of before, without an id, lives until "everywhere"', async () => {
    const { id } = await signedIn('old@example.org')
    const cookie = `next-auth.session-token=${await encode({ token: { sub: id, signedInAt: Date.now() }, secret })}`
    expect(await viewerOfCookies(db, cookie)).toMatchObject({ id })
    await signOutEverywhere(db, id, new Date(Date.now() + 5))
    expect([await viewerOfCookies(db, cookie), await listSignIns(db, id, new Date(Date.now() + 10))]).toEqual([
      guest,
      [],
    ])
  })

  it('is a guest once its row is gone, or is another person’s', async () => {
    const [one, other] = [await signedIn('one@example.org'), await signedIn('other@example.org')]
    const borrowed = await encode({
      token: { sub: one.id, signedInAt: Date.now(), signInId: await signInOf(other.cookie) },
      secret,
    })
    expect(await viewerOfCookies(db, `next-auth.session-token=${borrowed}`)).toEqual(guest)
    expect(await purgeSignIns(db, new Date(Date.now() + SESSION_LIFE_S * 1000 + 1))).toBeGreaterThan(0)
    expect(await viewerOfCookies(db, one.cookie)).toEqual(guest)
  })

  it('is a guest after two months in which nobody used it, and 180 days after it began', async () => {
    const { id, cookie } = await signedIn('idle@example.org')
    const signInId = (await signInOf(cookie)) ?? ''
    const seen = (secondsAgo: number) =>
      db.signIn.update({ where: { id: signInId }, data: { lastSeenAt: new Date(Date.now() - secondsAgo * 1000) } })
    await seen(SESSION_IDLE_S - 60)
    expect(await viewerOfCookies(db, cookie)).toMatchObject({ id })
    await seen(SESSION_IDLE_S + 60)
    expect([await viewerOfCookies(db, cookie), await listSignIns(db, id, new Date())]).toEqual([guest, []])
    expect(await purgeSignIns(db, new Date())).toBeGreaterThan(0)
    expect([await signedInAtOf(null), (await signedInAtOf(cookie)).getTime()]).toEqual([
      new Date(0),
      (await readClaims(cookie, readEnvironment()))?.signedInAt,
    ])
    const signedInAt = Date.now() - (SESSION_LIFE_S + 60) * 1000
    await db.user.update({ where: { id }, data: { validFrom: new Date(0) } })
    expect(
      await viewerOfCookies(db, `next-auth.session-token=${await encode({ token: { sub: id, signedInAt }, secret })}`),
    ).toEqual(guest)
  })

  it('is a guest when the person is gone', async () => {
    const { id, cookie } = await signedIn('gone@example.org')
    await db.user.delete({ where: { id } })
    expect(await viewerOfCookies(db, cookie)).toEqual(guest)
  })
})

it('leaves a line of each sign-in, each refused one and each signing out, without an address', async () => {
  const stream: { write: (text: string) => void } = Reflect.get(log, pino.symbols.streamSym)
  const lines: Record<string, unknown>[] = []
  const spy = vi.spyOn(stream, 'write').mockImplementation((text) => void lines.push(JSON.parse(text)))
  const { id, cookie } = await signedIn('told@example.org')
  await post('callback/link', { token: 'g'.repeat(32) })
  await post('callback/code', { email: 'no address', code: '' })
  await post('signout', {}, { cookies: [cookie] })
  spy.mockRestore()
  expect(lines.map(({ msg, who, by, reason }) => ({ msg, who, by, reason }))).toEqual([
    { msg: 'Signed in', who: id, by: 'link', reason: undefined },
    { msg: 'A sign-in was refused', who: undefined, by: undefined, reason: 'link-expired' },
    { msg: 'A sign-in was refused', who: undefined, by: undefined, reason: 'wrong-code' },
    { msg: 'Signed out', who: id, by: undefined, reason: undefined },
  ])
  expect(JSON.stringify(lines)).not.toContain('told@example.org')
})

it('sets cookies that no other host can set, and by https alone, where visitors come by it', async () => {
  process.env.HALLWAY_URL = 'https://hallway.example'
  const { token } = await makeSignInCode(db, { email: 'host@example.org', deviceHash }, secret, new Date())
  const csrf = await fetch(`${base}/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const response = await fetch(`${base}/callback/link`, {
    method: 'POST',
    body: new URLSearchParams({ token, csrfToken, json: 'true' }),
    headers: { cookie: cookiesOf(csrf).join('; ') },
  })
  delete process.env.HALLWAY_URL
  const set = [...csrf.headers.getSetCookie(), ...response.headers.getSetCookie()]
  expect(new Set(set.map((cookie) => cookie.slice(0, cookie.indexOf('='))))).toEqual(
    new Set(['csrf-token', 'callback-url', 'session-token'].map((name) => `__Host-next-auth.${name}`)),
  )
  for (const cookie of set)
    expect(cookie).toMatch(/^(?=.*; Path=\/(;|$))(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Lax)(?!.*Domain=)/)
})

describe('viewerOfCookies', () => {
  const inCookie = (token: string) => `next-auth.session-token=${token}`

  it('takes a token of nobody else’s making', async () => {
    const { id } = await signedIn('target@example.org')
    const claims = { sub: id, signedInAt: Date.now() + 1_000 }
    expect(
      await viewerOfCookies(db, inCookie(await encode({ token: claims, secret, maxAge: SESSION_LIFE_S }))),
    ).toMatchObject({ id })
    expect(await viewerOfCookies(db, inCookie(await encode({ token: claims, secret: `${secret}!` })))).toEqual(guest)
    expect(await viewerOfCookies(db, inCookie(await encode({ token: claims, secret, maxAge: -60 })))).toEqual(guest)
    expect(await viewerOfCookies(db, inCookie(await encode({ token: { sub: id }, secret })))).toEqual(guest)
  })

  it.each([null, undefined, '', 'a=b', 'next-auth.session-token=', 'next-auth.session-token=damaged', ';;=;'])(
    'finds a guest in %j',
    async (header) => {
      expect(await viewerOfCookies(db, header)).toEqual(guest)
    },
  )

  it('wants the name that only https can set where visitors come by https', async () => {
    const { id, cookie } = await signedIn('https@example.org')
    process.env.HALLWAY_URL = 'https://hallway.example'
    expect(await viewerOfCookies(db, cookie)).toEqual(guest)
    expect(await viewerOfCookies(db, `__Secure-${cookie}`)).toEqual(guest)
    expect(await viewerOfCookies(db, `__Host-${cookie}`)).toMatchObject({ id })
    delete process.env.HALLWAY_URL
  })
})

describe('configuredProviders', () => {
  it('offers what keys are there for', () => {
    const read = (variables: Record<string, string>) =>
      configuredProviders(readEnvironment({ ...environment, ...variables }))
    expect(read({})).toEqual([])
    expect(read({ GITHUB_ID: 'id', GITHUB_SECRET: 's', GOOGLE_ID: 'id', GOOGLE_SECRET: 's' })).toEqual([
      'github',
      'google',
    ])
  })
})
