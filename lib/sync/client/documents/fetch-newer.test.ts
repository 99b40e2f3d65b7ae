import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conferenceDocument } from '@/lib/program/conference-document'
import { announcementsDocument } from '@/lib/rooms/announcements-document'
import { until } from '@/tests/until'
import { provideDevice } from '../store/device-code'
import { fetchNewer } from './fetch-newer'

provideDevice(() => import('@/lib/device'))

const list = [{ id: 'a', text: 'Soup', language: 'en', room: null, session: null, at: '2027-05-11T09:00:00.000Z' }]
type Asked = { address: string; etag: string | null; cache: RequestCache | undefined }
let asked: Asked[]

beforeEach(() => (asked = []))
afterEach(() => vi.unstubAllGlobals())

/** A server that answers so. */
function serve(answer: () => Response | Promise<Response>) {
  vi.stubGlobal('fetch', (address: string, { headers, cache }: RequestInit) => {
    asked.push({ address, etag: new Headers(headers).get('if-none-match'), cache })
    return Promise.resolve(answer())
  })
}
const ask = (etag: string | null = null) => fetchNewer(announcementsDocument, 'days', etag)
const json =
  (value: unknown, given: ResponseInit = {}) =>
  () =>
    Response.json(value, given)

describe('what a server answers', () => {
  it('is the document with its tag, of which nothing that this version does not know is kept', async () => {
    serve(json([{ ...list[0], secret: 'x' }], { headers: { etag: '"7"' } }))
    expect([await ask(), asked]).toEqual([
      { value: list, etag: '"7"' },
      [{ address: '/c/days/announcements.json', etag: null, cache: 'no-cache' }],
    ])
  })

  it('is asked for by the tag of the one that is here', async () => {
    serve(() => new Response(null, { status: 304 }))
    expect([await ask('"7"'), asked]).toEqual([
      'unchanged',
      [{ address: '/c/days/announcements.json', etag: '"7"', cache: undefined }],
    ])
  })

  it('is one without a tag where a proxy took it away', async () => {
    serve(json(list))
    expect(await ask()).toEqual({ value: list, etag: null })
  })

  it('is that there is none only where the server says so', async () => {
    serve(() => new Response('Not here', { status: 404 }))
    expect(await ask()).toBe('gone')
  })

  it.each<[string, () => Response | Promise<Response>]>([
    ['is broken', json({ error: 'INTERNAL' }, { status: 500 })],
    ['is broken, and sends an old one along', json(list, { status: 502 })],
    ['wants to know who asks', json({ error: 'UNAUTHENTICATED' }, { status: 401 })],
    ['is asked too often', json({}, { status: 429 })],
    ['is a venue’s page to log in', () => new Response('<html>Welcome to the venue', { status: 200 })],
    ['breaks off', () => new Response('[{"id":"a",')],
    ['has another kind of thing', json({ announcements: list })],
    ['has one of a later version', json([{ ...list[0], text: { en: 'Soup' } }])],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['does not answer in time', () => Promise.reject(new DOMException('Late', 'TimeoutError'))],
  ])('is nothing at all where it %s: what is here stays', async (_, answer) => {
    serve(answer)
    expect([await ask('"7"'), asked.length]).toEqual([null, 1])
  })

  it('is read once the page has time, where nobody waits for it, and given back once it has it again', async () => {
    serve(json(list, { headers: { etag: '"7"' } }))
    const [waiting, given]: [(() => void)[], unknown[]] = [[], []]
    const calm = () => new Promise<void>((done) => waiting.push(done))
    const asking = fetchNewer(announcementsDocument, 'days', null, calm).then((answer) => given.push(answer))
    for (let times = 0; times < 2; times++) {
      const go = await until(
        async () => waiting.shift(),
        (one) => one !== undefined,
      )
      expect(given).toEqual([])
      go?.()
    }
    await asking
    expect(given).toEqual([{ value: list, etag: '"7"' }])
    serve(() => new Response('[{"id":'))
    expect(await fetchNewer(announcementsDocument, 'days', null, () => Promise.resolve())).toBeNull()
  })

  it('is nothing, too, of a document that no device reads', async () => {
    serve(json(list))
    expect(await fetchNewer(conferenceDocument({ name: 'menu.json', topic: 'menu', isKept: true }), 'days', null)).toBe(
      null,
    )
  })
})

describe('what was said a moment ago', () => {
  const openPage = async () => {
    vi.resetModules()
    return import('./trust')
  }
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

  it('is trusted for a minute, and never where the clock was put back or nothing says when', async () => {
    const { isRecent } = await openPage()
    expect([ago(0), ago(59_000), ago(61_000), ago(-60_000), null, undefined, '', 'nonsense'].map(isRecent)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('is not trusted on a page that was drawn without the server', async () => {
    const { distrustKept, isRecent } = await openPage()
    distrustKept()
    expect([isRecent(ago(0)), (await openPage()).isRecent(ago(0))]).toEqual([false, true])
  })

  it('is known to be here of each document of each conference alone', async () => {
    const { markKept, isMarkedKept } = await openPage()
    const menu = { name: 'menu.json' }
    markKept(announcementsDocument, 'days')
    markKept(announcementsDocument, 'days')
    expect([
      isMarkedKept(announcementsDocument, 'days'),
      isMarkedKept(announcementsDocument, 'nights'),
      isMarkedKept(menu, 'days'),
    ]).toEqual([true, false, false])
  })
})
