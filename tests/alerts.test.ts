import { createECDH, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DELETE, GET, POST } from '@/app/api/v1/alerts/route'
import { testDatabase } from '@/tests/db'
import { signIn } from '@/tests/front-door'
import { saveAlertSettingsAction } from '@/lib/notifications/server/actions'
import { getAlertSettings } from '@/lib/notifications/server/subscriptions'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
let cookie = ''
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie })) }))

const endpoint = 'https://push.example.org/send/1'
const keys = () => ({
  p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
  auth: randomBytes(16).toString('base64url'),
})
const ask = (method: 'GET' | 'POST' | 'DELETE', body?: unknown, headers: Record<string, string> = {}) => {
  const request = new Request('http://localhost:3000/api/v1/alerts', {
    method,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { GET, POST, DELETE }[method](request, { params: Promise.resolve({}) })
}
const kept = () =>
  db.pushSubscription.findMany({ select: { userId: true, endpoint: true }, orderBy: { createdAt: 'asc' } })

let ada: Awaited<ReturnType<typeof signIn>>
let bob: Awaited<ReturnType<typeof signIn>>
beforeEach(async () => {
  await db.user.deleteMany()
  ;[ada, bob] = [await signIn(db), await signIn(db)]
  cookie = ada.cookie
})

describe('the door of subscriptions', () => {
  it('lets whoever is signed in subscribe their browser, twice as well as once, and end it', async () => {
    expect(await (await ask('GET')).json()).toEqual({ publicKey: (await loadVapidKeys(db)).publicKey })
    expect([
      (await ask('POST', { endpoint, keys: keys() })).status,
      (await ask('POST', { endpoint, keys: keys() })).status,
      await kept(),
    ]).toEqual([204, 204, [{ userId: ada.user.id, endpoint }]])
    expect([(await ask('DELETE', { endpoint })).status, await kept()]).toEqual([204, []])
  })

  it('tells guests nothing, and other sites neither', async () => {
    expect((await ask('POST', { endpoint, keys: keys() }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    cookie = ''
    expect([
      (await ask('GET')).status,
      (await ask('POST', { endpoint, keys: keys() })).status,
      (await ask('DELETE', { endpoint })).status,
      await kept(),
    ]).toEqual([401, 401, 401, []])
  })

  it("lets nobody end another's, and gives a browser to whoever signed in there last", async () => {
    await ask('POST', { endpoint, keys: keys() })
    cookie = bob.cookie
    await ask('DELETE', { endpoint })
    expect(await kept()).toEqual([{ userId: ada.user.id, endpoint }])
    await ask('POST', { endpoint, keys: keys() })
    expect(await kept()).toEqual([{ userId: bob.user.id, endpoint }])
  })

  it('keeps the ten newest browsers of a person', async () => {
    for (let index = 0; index < 12; index++) await ask('POST', { endpoint: `${endpoint}${index}`, keys: keys() })
    expect((await kept()).map((one) => one.endpoint)).toEqual(
      Array.from({ length: 10 }, (_, index) => `${endpoint}${index + 2}`),
    )
  })

  it.each([
    'http://push.example.org/1',
    'https://localhost/1',
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'https://[::ffff:10.0.0.1]/1',
    'https://10.1.2.3/1',
    'https://192.168.0.1/1',
    'https://169.254.169.254/latest',
    'https://2130706433/1',
    'https://intranet/1',
    'https://printer.local/1',
    'https://db.internal/1',
    'https://push.example.org:8443/1',
    'https://user:pass@push.example.org/1',
    'file:///etc/passwd',
    `https://push.example.org/${'x'.repeat(2_000)}`,
    'nonsense',
    7,
  ])('takes no endpoint that leads elsewhere: %s', async (wrong) => {
    expect([(await ask('POST', { endpoint: wrong, keys: keys() })).status, await kept()]).toEqual([400, []])
  })

  it.each([{ p256dh: 'short', auth: 'short' }, { p256dh: '', auth: '' }, { p256dh: '<script>', auth: '"' }, null])(
    'takes no keys that are none: %o',
    async (wrong) => {
      expect([(await ask('POST', { endpoint, keys: wrong })).status, await kept()]).toEqual([400, []])
    },
  )
})

describe('the door of settings', () => {
  const settings = {
    off: ['announcement' as const],
    quietFrom: '22:00',
    quietTo: '07:00',
    timeZone: 'Asia/Tokyo',
    digest: true,
  }

  it("keeps one's own, and nobody else's", async () => {
    expect(await saveAlertSettingsAction(settings)).toEqual({ ok: true, value: 'saved' })
    expect([await getAlertSettings(db, ada.user.id), await getAlertSettings(db, bob.user.id)]).toEqual([
      settings,
      { off: [], quietFrom: null, quietTo: null, timeZone: null, digest: false },
    ])
  })

  it('is closed to guests', async () => {
    cookie = ''
    expect(await saveAlertSettingsAction(settings)).toEqual({ ok: false, reason: 'UNAUTHENTICATED' })
  })

  it.each([
    { quietFrom: '22:00', quietTo: '' },
    { quietFrom: '25:00', quietTo: '07:00' },
    { timeZone: 'Mars/Base' },
    { timeZone: 'x'.repeat(100_000) },
  ])('takes nothing that makes no sense: %o', async (wrong) => {
    expect(await saveAlertSettingsAction({ ...settings, ...wrong })).toMatchObject({ ok: false, reason: 'INVALID' })
  })
})
