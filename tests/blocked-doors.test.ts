import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { root } from '@/scripts/programs.mjs'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'

// Whoever is blocked, at every address for machines: told so where they would hear that they sign in first, or that
// nothing is there; what anybody may have, and what is theirs to take along, they get. Of server actions:
// tests/everybody.ts.

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url

let person: Awaited<ReturnType<typeof signIn>>
let conference: Awaited<ReturnType<typeof makeConference>>
beforeAll(async () => {
  person = await signIn(db)
  conference = await makeConference(db, { visibility: 'private', sessions: 1 })
  await db.membership.create({ data: { conferenceId: conference.id, userId: person.user.id, role: 'organizer' } })
  await db.user.update({ where: { id: person.user.id }, data: { blockedAt: new Date() } })
})

type Asked = { path: string; body?: unknown; params?: Record<string, string> }
const id = randomUUID()
const blocked = 'BLOCKED'
const doors: Record<string, [asked: () => Asked, heard: string | number]> = {
  'GET /api/v1/alerts': [() => ({ path: '' }), blocked],
  'POST /api/v1/alerts': [
    () => ({
      path: '',
      body: {
        endpoint: 'https://push.example.org/a',
        keys: { p256dh: Buffer.alloc(65).toString('base64url'), auth: Buffer.alloc(16).toString('base64url') },
      },
    }),
    blocked,
  ],
  'DELETE /api/v1/alerts': [() => ({ path: '', body: { endpoint: 'https://push.example.org/a' } }), blocked],
  'GET /api/v1/board': [() => ({ path: `?conference=${conference.slug}` }), blocked],
  'GET /api/v1/board/demand': [() => ({ path: `?conference=${conference.slug}` }), blocked],
  'GET /api/v1/board/draft': [() => ({ path: `?conference=${conference.slug}` }), blocked],
  'GET /api/v1/board/effect': [() => ({ path: `?conference=${conference.slug}` }), blocked],
  'GET /api/v1/conferences': [() => ({ path: '' }), 200],
  'GET /api/v1/floor-plans/[picture]': [() => ({ path: `/${id}`, params: { picture: id } }), blocked],
  'GET /api/v1/groups': [() => ({ path: `?conference=${conference.id}` }), blocked],
  'GET /api/v1/me': [() => ({ path: '' }), 200],
  'GET /api/v1/me/conferences/[id]/programme': [() => ({ path: '', params: { id } }), 'NOT_FOUND'],
  'GET /api/v1/me/export': [() => ({ path: '' }), 200],
  'GET /api/v1/notes/[id]/history': [() => ({ path: '', params: { id } }), blocked],
  'POST /api/v1/parcels/take': [() => ({ path: '', body: { token: 'a'.repeat(40) } }), 'NOT_FOUND'],
  'GET /api/v1/photos/[id]': [() => ({ path: '', params: { id } }), 'NOT_FOUND'],
  'PUT /api/v1/photos/[id]': [
    () => ({ path: `?person=${person.user.id}`, params: { id }, body: 'a picture' }),
    blocked,
  ],
  'GET /api/v1/pull': [() => ({ path: `?person=${person.user.id}&after=0&mark=` }), blocked],
  'POST /api/v1/push': [
    () => ({ path: '', body: { person: person.user.id, device: randomUUID(), mutations: [] } }),
    blocked,
  ],
  'GET /api/v1/recaps/showing': [() => ({ path: `?photo=${id}` }), blocked],
}
/** Their input is long, or a file: they ask for the same permission, in the same way, as others here. */
const untried = ['POST /api/v1/floor-plans', 'POST /api/v1/looks', 'POST /api/v1/parcels', 'POST /api/v1/suggestions']

const folder = join(root, 'app/api/v1')
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/export const (GET|POST|PUT|DELETE)\b/g)].map(
      ([, method]) => `${method} /api/v1/${file.replace(/\/route\.ts$/, '')}`,
    ),
  )

it('are all of them', () => {
  expect([...Object.keys(doors), ...untried].sort()).toEqual(all.sort())
})

it.each(Object.entries(doors))('%s', async (door, [asked, heard]) => {
  const [method = '', address = ''] = door.split(' ')
  const { path, body, params = {} } = asked()
  const file = join(root, 'app', address, 'route.ts')
  const routes: Record<string, unknown> = await import(/* @vite-ignore */ file)
  const route = routes[method]
  if (typeof route !== 'function') throw new Error(`${door} is none`)
  const headers = new Headers({ cookie: person.cookie })
  if (body !== undefined) headers.set('content-type', 'application/json')
  const request = new Request(`http://localhost${address}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: Response = await route(request, { params: Promise.resolve(params) })
  expect(answer.ok ? answer.status : (await answer.json()).error).toBe(heard)
})
