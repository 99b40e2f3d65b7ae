import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { POST as subscribe } from '@/app/api/v1/alerts/route'
import { PUT as putPhoto } from '@/app/api/v1/photos/[id]/route'
import { GET as pull } from '@/app/api/v1/pull/route'
import { POST as push } from '@/app/api/v1/push/route'
import { saveAlertSettingsAction } from '@/lib/notifications/server/actions'
import { makeHallNow } from '@/tests/factories/hall'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor, signIn, until } from '@/tests/front-door'
import { jpeg } from '@/tests/factories/picture'

// A request that is under way while its person deletes their account: it finds the row there, and cannot write.
const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
const conference = await makeConference(db, 'gone')
const door = await openDoor({ db, url })
let person: Awaited<ReturnType<typeof signIn>>
// Next's own request, which exists only inside Next.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers({ cookie: person.cookie })) }))

beforeEach(async () => {
  person = await signIn(db)
})

/** Asks while the account is being deleted, which is committed as soon as what was asked waits for it. */
async function deletedMeanwhile<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  let asked: Promise<Answer> | undefined
  await db.$transaction(async (tx) => {
    await tx.user.delete({ where: { id: person.user.id } })
    asked = ask()
    const waits = () => db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    await until(
      () => waits().then((rows) => rows.length),
      (count) => count > 0,
    )
  })
  if (!asked) throw new Error('Nothing was asked.')
  return asked
}

const api = (method: string, path: string, body?: object | Uint8Array<ArrayBuffer>) =>
  new Request(`http://localhost:3000${path}`, {
    method,
    headers: {
      cookie: person.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': body instanceof Uint8Array ? 'image/jpeg' : 'application/json',
    },
    ...(body && { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
  })
const noParams = { params: Promise.resolve({}) }
const keys = () => ({
  p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
  auth: randomBytes(16).toString('base64url'),
})

it.each([
  ['pulls', () => pull(api('GET', `/api/v1/pull?person=${person.user.id}&after=0&mark=`), noParams)],
  [
    'pushes',
    () =>
      push(
        api('POST', '/api/v1/push', { person: person.user.id, device: randomUUID(), mutations: [], mark: '' }),
        noParams,
      ),
  ],
  [
    'sends a photo',
    () => {
      const id = randomUUID()
      const request = api('PUT', `/api/v1/photos/${id}?person=${person.user.id}`, new Uint8Array(jpeg))
      return putPhoto(request, { params: Promise.resolve({ id }) })
    },
  ],
  [
    'subscribes to alerts',
    () => subscribe(api('POST', '/api/v1/alerts', { endpoint: 'https://push.example.org/1', keys: keys() }), noParams),
  ],
])('tells a device that %s meanwhile that the account is gone', async (_name, ask) => {
  const response = await deletedMeanwhile(ask)
  expect([response.status, await response.json()]).toEqual([401, { error: 'ACCOUNT_GONE' }])
})

it('tells who saves a form meanwhile to sign in', async () => {
  const settings = { off: [], quietFrom: '', quietTo: '', timeZone: '', digest: false }
  expect(await deletedMeanwhile(() => saveAlertSettingsAction(settings))).toEqual({
    ok: false,
    reason: 'UNAUTHENTICATED',
  })
})

it('tells who reports of a room meanwhile that the account is gone', async () => {
  const { session } = await makeHallNow(db, conference.id, 2)
  const at = new Date().toISOString()
  const report = {
    conference: conference.id,
    device: randomUUID(),
    sentAt: at,
    readings: [{ id: randomUUID(), at, sessionId: session.id, level: 'full' }],
  }
  const { status, text } = await deletedMeanwhile(() =>
    door.ask('/api/v1/readings', {
      method: 'POST',
      headers: { cookie: person.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify(report),
    }),
  )
  expect([status, JSON.parse(text)]).toEqual([401, { code: 'ACCOUNT_GONE' }])
})
