import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchPhoto, sendPhoto } from './photo-transport'

const [person, id] = [randomUUID(), randomUUID()]
const picture = new Blob(['picture'], { type: 'image/jpeg' })
const asked: string[] = []
let [answer, health]: (() => Response | Promise<Response>)[] = []

beforeEach(() => {
  asked.length = 0
  health = () => Response.json({ status: 'ok' })
  vi.stubGlobal('fetch', async (address: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${address}`)
    return (address === '/api/health' ? health : answer)?.() ?? Response.error()
  })
})
afterEach(() => void vi.unstubAllGlobals())

const refused = (error: string, status: number, reason?: string) => () =>
  Response.json({ error, ...(reason && { reason }) }, { status })

describe('a photo that is sent', () => {
  it('is there when the server says so by its id', async () => {
    answer = () => Response.json({ id })
    expect([await sendPhoto(person, id, picture), asked]).toEqual([
      { ok: true },
      [`PUT /api/v1/photos/${id}?person=${person}`],
    ])
  })

  it.each([
    ['another’s words', () => Response.json({ id: 'other' })],
    ['a hall’s sign-in page', () => new Response('<html>')],
    ['no network', () => Promise.reject(new TypeError('no network'))],
    ['a server that is down', () => new Response('', { status: 502 }), 'troubled'],
    ['a server whose disk is full', refused('UNAVAILABLE', 503), 'troubled'],
  ])('is tried again after %s', async (_, given, reason = 'failed') => {
    answer = given
    expect(await sendPhoto(person, id, picture)).toEqual({ ok: false, reason })
  })

  it.each([
    [refused('INVALID', 400, 'notAPicture'), 'notAPicture'],
    [refused('CONFLICT', 409, 'tooManyPhotos'), 'tooManyPhotos'],
    [refused('CONFLICT', 409, 'noRoomLeft'), 'noRoomLeft'],
    [refused('NOT_FOUND', 404), 'NOT_FOUND'],
    [() => new Response('', { status: 413 }), 'tooLarge'],
  ])('is not tried again where it was refused', async (given, reason) => {
    answer = given
    expect(await sendPhoto(person, id, picture)).toEqual({ ok: false, refused: reason })
  })

  it('waits for a sign-in where there is none any more', async () => {
    answer = refused('UNAUTHENTICATED', 401)
    expect(await sendPhoto(person, id, picture)).toEqual({ ok: false, reason: 'signed-out' })
  })

  it('breaks the server only where the server is well otherwise', async () => {
    answer = () => new Response('', { status: 500 })
    expect([await sendPhoto(person, id, picture), asked.at(-1)]).toEqual([
      { ok: false, reason: 'broken' },
      'GET /api/health',
    ])
    for (const unwell of [
      () => Response.json({ status: 'starting' }),
      () => new Response('', { status: 503 }),
      () => new Response('<html>'),
    ]) {
      health = unwell
      expect(await sendPhoto(person, id, picture)).toEqual({ ok: false, reason: 'failed' })
    }
  })
})

describe('a photo that is fetched', () => {
  it('is its bytes', async () => {
    answer = () => new Response(picture, { headers: { 'content-type': 'image/jpeg' } })
    expect(await (await fetchPhoto(id))?.text()).toBe('picture')
    expect(asked).toEqual([`GET /api/v1/photos/${id}`])
  })

  it.each([
    ['it is gone', () => new Response('', { status: 404, headers: { 'content-type': 'image/jpeg' } })],
    ['it is a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['there is no network', () => Promise.reject(new TypeError('no network'))],
  ])('is none where %s', async (_, given) => {
    answer = given
    expect(await fetchPhoto(id)).toBe(null)
  })
})
